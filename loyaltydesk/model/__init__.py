"""The shop's nouns as frozen values, its facts and its refusals; nothing here does anything by itself."""
