"""Lets `python3 bench/growth` run the folder, whose modules belong to the package `growth`."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from growth.command import main

sys.exit(main())
