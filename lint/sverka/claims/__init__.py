"""What pages state, in a form that can be compared: the claims of a page, and their clashes.

`sverka.claims.extraction` reads a page, `sverka.claims.conflicts` joins the claims of a site.
What there is to claim, and how a language says it, is data: ``packs/domain/<field>``.
"""
