"""Networks for tags, trees and names: how they are trained and written as model files."""
