"""Lets `python3 bench/kills` run the folder, whose modules belong to the package `kills`."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from kills.command import main

sys.exit(main())
