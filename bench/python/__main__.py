"""Lets `python3 bench/python` run the folder, whose modules belong to the package `python`."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from python.command import main

sys.exit(main())
