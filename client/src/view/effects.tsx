/** What happens once and is no place on the page: each effect is drawn by its kind. */

import "./effects.css";

import { useMemo, useState } from "react";

import type { Effect } from "../core/effects";
import { HeldContext } from "./clock";
import { Drawing } from "./element";
import { useSession, useSignal } from "./hooks";
import { loadWidget } from "./registry";

/** Draw all that go on, the newest on top. No clock runs while a person points at one or is in it. */
export default function Effects() {
  const effects = useSignal(useSession().effects.current);
  const [isPointedAt, setPointedAt] = useState(false);
  const [isFocused, setFocused] = useState(false);
  return (
    <div
      className="stToastContainer"
      data-testid="stToastContainer"
      role="region"
      aria-label="Notifications"
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <HeldContext value={isPointedAt || isFocused}>
        {effects.map((effect) => <One key={effect.id} effect={effect} />).reverse()}
      </HeldContext>
    </div>
  );
}

function One({ effect: { id, props } }: { effect: Effect }) {
  const isLoading = useSignal(loadWidget(props.kind)) === "loading";
  const node = useMemo(() => ({ id, props, value: null, children: [], overrides: 0 }), [id, props]);
  return isLoading ? null : <Drawing node={node} />;
}
