"""The configuration: where it lies, what it may hold, what it says."""

from sverka.config.error import ConfigError
from sverka.config.files import common_folder, find_config, load, site_root
from sverka.config.keys import KEYS, Key
from sverka.config.model import ALL, Accepted, Config, PathIgnore, RuleSettings, names
from sverka.config.rules import rule_names, validate_rules

__all__ = [
    "ALL",
    "KEYS",
    "Accepted",
    "Config",
    "ConfigError",
    "Key",
    "PathIgnore",
    "RuleSettings",
    "common_folder",
    "find_config",
    "load",
    "names",
    "rule_names",
    "site_root",
    "validate_rules",
]
