"""Why a purchase brought its points: the steps in words, to be shown, copied and printed for whoever doubts them."""
