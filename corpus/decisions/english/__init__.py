"""How decisions are said in English: tables of words and constructions, and what reads sentences by them."""
