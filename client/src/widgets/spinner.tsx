/** Spinner: says that something goes on, and for how long. */

import "./spinner.css";

import { useEffect, useState } from "react";

import type { Spinner } from "../core/wire.gen";
import { define } from "../view/define";
import { Icon } from "../view/parts/icon";
import { Markdown } from "../view/parts/markdown";

const TICK = 100;

export default define<Spinner>(({ props: { text, show_time } }) => (
  <div className="stSpinner" data-testid="stSpinner" role="status">
    <Icon icon="spinner" />
    <Markdown source={text} />
    {show_time && <Elapsed />}
  </div>
));

/** Count the time since it was first drawn, in tenths of a second. */
function Elapsed() {
  const [tenths, setTenths] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTenths((before) => before + 1), TICK);
    return () => clearInterval(timer);
  }, []);
  // Not for screen readers: they would read every change.
  return (
    <span className="st-spinner-time" aria-hidden="true">
      ({(tenths / 10).toFixed(1)} seconds)
    </span>
  );
}
