"""Errors: everything this package raises on purpose.

    Exception
    └── Error
        ├── ConfigError (ValueError)
        ├── UnknownOption (RuntimeError)
        ├── WireError (ValueError)
        │   └── MessageTooBig
        ├── ScriptNotFound (FileNotFoundError)
        ├── RunTimeout (RuntimeError)
        ├── StoreError (ConnectionError)
        ├── NoSessionContext
        └── MarkdownFormattedException
            ├── UnserializableReturnValueError
            └── StreamlitAPIException
                ├── AppTestError (ValueError)
                ├── NotAvailable (NotImplementedError)
                ├── StreamlitAPIWarning (Warning)
                │   └── CachedWidgetWarning
                ├── StreamlitAuthError
                │   └── StreamlitMissingAuthlibError
                ├── MarshallComponentException
                ├── CacheReplayClosureError
                ├── UnhashableParamError
                ├── UnserializableSessionStateError
                ├── UnreadableSessionStateError
                ├── StreamlitDataframeConversionError
                ├── StreamlitInvalidLayoutContextError
                ├── DuplicateWidgetID
                │   ├── StreamlitDuplicateElementId
                │   └── StreamlitDuplicateElementKey
                └── LocalizableStreamlitException
                    ├── BidiComponentError
                    │   ├── BidiComponentInvalidCallbackNameError
                    │   ├── BidiComponentInvalidDefaultKeyError
                    │   └── BidiComponentUnserializableDataError
                    ├── StreamlitBadTimeStringError
                    ├── StreamlitDefaultNotInOptionsError
                    ├── StreamlitIncompatibleParametersError
                    ├── StreamlitInvalidColorError
                    ├── StreamlitInvalidColumnSpecError
                    ├── StreamlitInvalidFormCallbackError
                    ├── StreamlitInvalidHeightError
                    ├── StreamlitInvalidMinMaxError
                    ├── StreamlitInvalidNumberFormatError
                    ├── StreamlitInvalidParameterTypeError
                    ├── StreamlitInvalidThemeError
                    │   ├── StreamlitInvalidThemeOptionError
                    │   └── StreamlitInvalidThemeSectionError
                    ├── StreamlitInvalidURLError
                    ├── StreamlitInvalidWidthError
                    ├── StreamlitJSNumberBoundsError
                    ├── StreamlitMissingRequiredParameterError
                    ├── StreamlitMixedNumericTypesError
                    ├── StreamlitPageNotFoundError
                    ├── StreamlitQueryParamDictValueError
                    ├── StreamlitSecretNotFoundError (FileNotFoundError)
                    ├── StreamlitSelectionCountExceedsMaxError
                    ├── StreamlitValueAboveMaxError
                    ├── StreamlitValueAssignmentNotAllowedError
                    ├── StreamlitValueBelowMinError
                    ├── StreamlitValueError
                    ├── StreamlitValueOutOfRangeError
                    └── StreamlitWidgetAlreadyInstantiatedError

Names that begin with Streamlit, and the bases of those names, are Streamlit's: scripts catch
them. The text of every error reads `who: rule, got name=value: what to do`.
"""


class Error(Exception):
    """Base of every error of this package."""


class ConfigError(Error, ValueError):
    """An option is unknown, or its value does not fit."""


class UnknownOption(Error, RuntimeError):
    """A script asks for an option that there is not."""


class WireError(Error, ValueError):
    """A message from the browser does not follow the protocol."""


class MessageTooBig(WireError):
    """A message from the browser takes more than one may."""


class ScriptNotFound(Error, FileNotFoundError):
    """There is no script at the given path."""


class RunTimeout(Error, RuntimeError):
    """A run takes longer than a test wants to wait."""


class StoreError(Error, ConnectionError):
    """The place where sessions are kept cannot be reached, or failed."""


class NoSessionContext(Error):
    """A call needs a session, and no script of one is running here."""


class MarkdownFormattedException(Error):
    """Base of errors whose text is shown as Markdown."""


class StreamlitAPIException(MarkdownFormattedException):
    """Base of errors that a script makes by calling a function wrongly."""


class AppTestError(StreamlitAPIException, ValueError):
    """A test asks an app for what is not there, or does what nobody could."""


class NotAvailable(StreamlitAPIException, NotImplementedError):
    """A call needs a package that is not installed."""


class StreamlitAPIWarning(StreamlitAPIException, Warning):
    """A call works, but probably not as its author meant it."""


class CachedWidgetWarning(StreamlitAPIWarning):
    """A cached function draws a widget: on a hit, it does not hear of it."""


class MarshallComponentException(StreamlitAPIException):
    """A custom component is called with what it cannot be told."""


class CacheReplayClosureError(StreamlitAPIException):
    """A cached function has drawn into a container that is not its own."""


class UnhashableParamError(StreamlitAPIException):
    """An argument of a cached function has no content by which it could be told from others."""


class UnserializableReturnValueError(MarkdownFormattedException):
    """What a cached function has returned cannot be copied, as it has no form as bytes."""


class StreamlitAuthError(StreamlitAPIException):
    """Nobody can log in, as what the secrets say of it is missing or wrong."""


class StreamlitMissingAuthlibError(StreamlitAuthError):
    """Nobody can log in, as a package for it is not installed."""


class UnserializableSessionStateError(StreamlitAPIException):
    """A value in session state cannot be pickled, and the configuration demands it."""


class UnreadableSessionStateError(StreamlitAPIException):
    """A value in session state was stored, and cannot be read by this script or this server."""


class StreamlitDataframeConversionError(StreamlitAPIException):
    """Something cannot be shown as a table."""


class StreamlitInvalidLayoutContextError(StreamlitAPIException):
    """An element cannot stand where it was drawn."""


class DuplicateWidgetID(StreamlitAPIException):
    """Base of errors about two widgets that cannot be told apart."""


class StreamlitDuplicateElementId(DuplicateWidgetID):
    """Two widgets in one run are equal in type and arguments and have no key."""


class StreamlitDuplicateElementKey(DuplicateWidgetID):
    """Two widgets in one run share a key."""


class LocalizableStreamlitException(StreamlitAPIException):
    """Base of errors about one argument of one call."""


class BidiComponentError(LocalizableStreamlitException):
    """Base of errors about one component of the second kind."""


class BidiComponentInvalidCallbackNameError(BidiComponentError):
    """A callback of a component is not called `on_<name>_change`."""


class BidiComponentInvalidDefaultKeyError(BidiComponentError):
    """A default of a component is of a value that has no callback."""


class BidiComponentUnserializableDataError(BidiComponentError):
    """The data of a component cannot be sent to the browser."""


class StreamlitBadTimeStringError(LocalizableStreamlitException):
    """A string is no span of time."""


class StreamlitDefaultNotInOptionsError(LocalizableStreamlitException):
    """A default is not among the options."""


class StreamlitIncompatibleParametersError(LocalizableStreamlitException):
    """Two arguments exclude each other."""


class StreamlitInvalidColorError(LocalizableStreamlitException):
    """A colour is none that we know."""


class StreamlitInvalidColumnSpecError(LocalizableStreamlitException):
    """The specification of columns is neither a positive count nor a list of positive weights."""


class StreamlitInvalidFormCallbackError(LocalizableStreamlitException):
    """An input in a form has a callback, though it is the form that is submitted."""


class StreamlitInvalidHeightError(LocalizableStreamlitException):
    """A height is neither a positive count of pixels nor a word that the element knows."""


class StreamlitInvalidMinMaxError(LocalizableStreamlitException):
    """The lower bound is not below the upper bound."""


class StreamlitInvalidNumberFormatError(LocalizableStreamlitException):
    """A printf-style format cannot show a number."""


class StreamlitInvalidParameterTypeError(LocalizableStreamlitException):
    """An argument has a type that the call cannot use."""


class StreamlitInvalidThemeError(LocalizableStreamlitException):
    """A file that a theme is based on cannot be followed."""


class StreamlitInvalidThemeOptionError(StreamlitInvalidThemeError):
    """An option in such a file is unknown, or its value does not fit."""


class StreamlitInvalidThemeSectionError(StreamlitInvalidThemeError):
    """Such a file has no table for a theme."""


class StreamlitInvalidURLError(LocalizableStreamlitException):
    """A link does not lead to a page of the web."""


class StreamlitInvalidWidthError(LocalizableStreamlitException):
    """A width is neither a positive count of pixels nor a word that the element knows."""


class StreamlitJSNumberBoundsError(LocalizableStreamlitException):
    """A number is too large for a browser to hold exactly."""


class StreamlitMissingRequiredParameterError(LocalizableStreamlitException):
    """An argument that the call needs was left out."""


class StreamlitMixedNumericTypesError(LocalizableStreamlitException):
    """Value, bounds and step of one widget are not of one type."""


class StreamlitPageNotFoundError(LocalizableStreamlitException):
    """There is no such page, or no such file for one."""


class StreamlitQueryParamDictValueError(LocalizableStreamlitException):
    """A parameter of the address is set to a dict."""


class StreamlitSecretNotFoundError(LocalizableStreamlitException, FileNotFoundError):
    """There are no secrets, or a file of them cannot be read."""


class StreamlitSelectionCountExceedsMaxError(LocalizableStreamlitException):
    """More options are chosen than may be."""


class StreamlitValueAboveMaxError(LocalizableStreamlitException):
    """A value lies above the upper bound."""


class StreamlitValueAssignmentNotAllowedError(LocalizableStreamlitException):
    """The key belongs to a widget whose value a script cannot set."""


class StreamlitValueBelowMinError(LocalizableStreamlitException):
    """A value lies below the lower bound."""


class StreamlitValueError(LocalizableStreamlitException):
    """An argument is not one of the values that the call knows."""


class StreamlitValueOutOfRangeError(LocalizableStreamlitException):
    """A value lies outside its bounds."""


class StreamlitWidgetAlreadyInstantiatedError(LocalizableStreamlitException):
    """The value of a widget was assigned after the widget had been drawn in the same run."""
