"""Lets `python3 bench/queries` run the folder, whose modules belong to the package `queries`."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from queries.command import main

sys.exit(main())
