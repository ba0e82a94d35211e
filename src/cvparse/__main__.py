"""`python -m cvparse` is `cvparse`."""

from cvparse.cli import main

if __name__ == "__main__":
    main()
