"""Classes: of which one a value is, told by names alone, so that no library need be loaded."""


def is_made_of(value: object, package: str, *names: str) -> bool:
    """Return whether a value is of one of these classes of a package, or of one made of them.

    Example:
        >>> from fractions import Fraction
        >>> is_made_of(Fraction(1, 2), "numbers", "Rational"), is_made_of(1, "numbers", "Rational")
        (True, False)
    """
    return any(
        each.__name__ in names and each.__module__.partition(".")[0] == package
        for each in type(value).__mro__
    )
