"""Uploads: files, photos and sound that people bring."""

import ostinato as st


def one_file() -> None:
    """A file."""
    if file := st.file_uploader("Orders", ["csv", "txt"], help="A line for each order."):
        st.write(f"**{file.name}** has {sum(1 for _ in file)} lines")


def several_files() -> None:
    """Several files, of at most 5 MB."""
    files = st.file_uploader("Pictures", "image", accept_multiple_files=True, max_upload_size=5)
    st.write(f"{len(files)} files, {sum(file.size for file in files):,} bytes")


def folder() -> None:
    """A folder, with all that is below it."""
    files = st.file_uploader("Notes", "md", accept_multiple_files="directory")
    for file in files[:5]:
        st.text(file.name)


def photo() -> None:
    """A photo."""
    if photo := st.camera_input("Your receipt", resolution="720p"):
        st.write(f"{photo.size:,} bytes of {photo.type}")


def sound() -> None:
    """A sound."""
    if sound := st.audio_input("A note"):
        st.write(f"{sound.size:,} bytes of {sound.type}")


def message_with_files() -> None:
    """A message with files and a voice."""
    with st.container(border=True):
        message = st.chat_input("Ask about a file", accept_file="multiple", accept_audio=True)
        if message:
            st.write(message.text or "(no text)", [file.name for file in message.files])


EXAMPLES = (one_file, several_files, folder, photo, sound, message_with_files)
