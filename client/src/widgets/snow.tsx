/** Snow: flakes that fall across the page. */

import "./snow.css";

import type { Snow } from "../core/wire.gen";
import { define } from "../view/define";
import { Flight } from "../view/parts/flight";

export default define<Snow>(
  ({ id }) => (
    <Flight id={id} name="stSnow" count={59}>
      ❄&#xFE0E;
    </Flight>
  ),
  {
    framed: false,
  },
);
