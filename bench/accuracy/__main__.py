"""Lets `python3 bench/accuracy` run the folder, whose modules belong to the package `accuracy`."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from accuracy.command import main

sys.exit(main())
