"""How decisions are said in Kazakh: tables of words and constructions, and what reads sentences by them."""
