"""Bill of materials: what is in a release, Python's packages and the page's, in CycloneDX.

python tools/bill.py WHEEL PYTHON TARGET

WHEEL is what was built, PYTHON an environment in which it is installed, TARGET the file to write.
It runs in the environment that `tools/trials.py` makes for what only releases need.
"""

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation import make_schemabased_validator
from packageurl import PackageURL

ROOT = Path(__file__).parent.parent
VERSION = SchemaVersion.V1_6
BUNDLED = "ostinato/static/third_party.json"


def bundled_in(wheel: Path) -> list[dict[str, str]]:
    """Return the packages that a wheel's page has in it, as the build has written them down."""
    with zipfile.ZipFile(wheel) as content:
        found: list[dict[str, str]] = json.loads(content.read(BUNDLED))
    return found


def installed_in(python: Path) -> Any:
    """Return the bill of an environment, as cyclonedx-py writes it."""
    words = ["-m", "cyclonedx_py", "environment", str(python), "--pyproject", "pyproject.toml"]
    kind = ["--mc-type", "library", "--output-reproducible", "--output-format", "JSON"]
    done = subprocess.run(
        [sys.executable, *words, *kind, "--spec-version", VERSION.to_version()],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(done.stdout)


def component(package: dict[str, str]) -> Component:
    """Return a package of npm as a part of a bill."""
    scope, _, name = package["name"].rpartition("/")
    version = package["version"]
    return Component(
        name=name,
        group=scope or None,
        version=version,
        type=ComponentType.LIBRARY,
        bom_ref=f"npm:{package['name']}@{version}",
        purl=PackageURL("npm", scope or None, name, version),
        licenses=[LicenseFactory().make_from_string(package["identifier"])],
    )


def bill(environment: Any, packages: list[dict[str, str]], version: str) -> str:
    """Join what is installed and what is bundled.

    Args:
        environment: The bill of an environment in which the wheel is installed.
        packages: What the page has in it.
        version: The version of ours.

    Raises:
        ValueError: If the result is not what CycloneDX says it has to be.
    """
    bom: Bom = Bom.from_json(environment)
    ours = bom.metadata.component
    assert ours is not None
    ours.version = version
    # In an environment it is a package like others, and here it is what the bill is of.
    bom.components = {each for each in bom.components if each.name != ours.name}
    parts = [component(each) for each in packages]
    bom.components.update(parts)
    bom.register_dependency(ours, [*bom.components])
    text: str = make_outputter(bom, OutputFormat.JSON, VERSION).output_as_string(indent=2)
    problem = make_schemabased_validator(OutputFormat.JSON, VERSION).validate_str(text)
    if problem:
        raise ValueError(f"bill: must be valid CycloneDX, got {problem}")
    return text


def main(wheel: Path, python: Path, target: Path) -> None:
    """Write the bill of a release."""
    packages = bundled_in(wheel)
    target.write_text(bill(installed_in(python), packages, wheel.name.split("-")[1]) + "\n")
    print(f"{target.name}: {len(packages)} packages of the page, and those of Python")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
