"""The records of a Spark cluster against those of the command: the same, how fast, in how much memory."""
