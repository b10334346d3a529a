"""qingdan (清单): directories of village tasks, signs and certificates as checked data."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("qingdan")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0+unknown"
