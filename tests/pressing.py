"""Pressing: an app is run, and every button of it clicked."""

from ostinato.testing import AppTest

AUTH = {
    "redirect_uri": "http://localhost/oauth2callback",
    "cookie_secret": "a secret of these tests, long enough",
    "client_id": "ours",
    "client_secret": "theirs",
    "server_metadata_url": "http://localhost/.well-known/openid-configuration",
}
"""Whoever shows a login needs somebody to send people to."""


def press_every_button(app: AppTest) -> None:
    """Run an app, and click each button that is there; nothing is to fail."""
    app.secrets["auth"] = AUTH
    app.run()
    assert not app.exception, app
    for number in range(len(app.button)):
        # A click may have taken buttons away.
        if number < len(app.button) and not app.button[number].disabled:
            app.button[number].click().run()
            assert not app.exception, app
