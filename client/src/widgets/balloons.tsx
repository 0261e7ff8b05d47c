/** Balloons: a flight of them across the page. */

import "./balloons.css";

import type { Balloons } from "../core/wire.gen";
import { define } from "../view/define";
import { Flight } from "../view/parts/flight";

export default define<Balloons>(({ id }) => <Flight id={id} name="stBalloons" count={29} />, {
  framed: false,
});
