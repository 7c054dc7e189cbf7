"""How the cross-encoder is trained: pairs of question and sentence, the model in torch, the loop. Not needed to run."""
