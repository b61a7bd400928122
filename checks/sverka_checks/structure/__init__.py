"""Do the two versions of a page have the same structure?"""
