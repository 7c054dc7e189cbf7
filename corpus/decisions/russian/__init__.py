"""How decisions are said in Russian: tables of words and constructions, and what reads sentences by them."""
