"""Pure decisions: what is known and what is asked for go in, facts or a refusal come out; no file, no clock, no Qt."""
