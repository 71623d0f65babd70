# SPDX-License-Identifier: EUPL-1.2
"""For hatchling: compiles the catalogues and carries resources/ and the compiled catalogues inside the wheel.

octodesk/resources.py finds them there, in octodesk/_carried.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CARRIED = "octodesk/_carried"


class CarryResources(BuildHookInterface):  # type: ignore[misc,type-arg,unused-ignore]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        sys.path.insert(0, str(root / "packaging"))
        import translations

        translations.compile_catalogues(root / "i18n")
        if self.target_name != "wheel" or version == "editable":
            return
        carried = build_data["force_include"]
        carried[str(root / "resources")] = f"{CARRIED}/resources"
        for catalogue in sorted((root / "i18n").glob("*.mo")):
            carried[str(catalogue)] = f"{CARRIED}/i18n/{catalogue.name}"
