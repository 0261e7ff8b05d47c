/** Component of the second kind: HTML, CSS and JavaScript of somebody else's, in the page itself. */

import "./component_v2.css";

import { useEffect, useLayoutEffect, useRef, useState } from "react";

import type { ComponentV2 } from "../core/wire.gen";
import { define, type View } from "../view/define";
import { useSession } from "../view/hooks";
import { useAwaited } from "../view/lazily";
import { Problem } from "../view/parts/component/problem";
import type { Values } from "../view/parts/mounted/changes";
import { Mounted, type Ports } from "../view/parts/mounted/mounted";
import { setTokens } from "../view/parts/mounted/tokens";
import { useColors } from "../view/parts/page_colors";
import { useReachable } from "../view/parts/scrollable";
import { returns } from "../view/registry";

export default define<ComponentV2, Values>((view) => <Component {...view} />);

function Component(view: View<ComponentV2, Values>) {
  const { props, value } = view;
  const { label, html, css, sheet, script, isolates, data, tables, height } = props;
  const session = useSession();
  const colors = useColors();
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(view);
  const mounted = useRef<Mounted>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAwaited, setAwaited] = useState(true);
  const [attempt, setAttempt] = useState(0);
  useAwaited(isAwaited);
  useLayoutEffect(() => {
    latest.current = view;
    mounted.current?.changes.note(value);
  });
  useLayoutEffect(() => setTokens(box.current!), [colors]);
  useEffect(
    () => returns.subscribe(() => mounted.current?.isBroken && setAttempt((last) => last + 1)),
    [],
  );
  useLayoutEffect(() => {
    const ports: Ports = {
      keep: (values) => latest.current.setValue(values),
      trigger: (triggers, values) => {
        const { id, props: now } = latest.current;
        session.drafts.commit();
        session.inputs.submit(now.press, {
          ...(values && { [id]: values }),
          [now.press]: triggers,
        });
      },
      tell: setProblem,
      hasTriggers: () => latest.current.props.press !== "",
      load: (address) => import(/* @vite-ignore */ address) as Promise<unknown>,
    };
    const source = { label, html, css, sheet, script, isolates };
    const one = new Mounted(box.current!, source, ports);
    one.changes.note(latest.current.value);
    mounted.current = one;
    return () => {
      mounted.current = null;
      one.end();
    };
  }, [session, label, html, css, sheet, script, isolates, attempt]);
  useEffect(() => {
    let isOver = false;
    void mounted.current?.call({ data, tables }).finally(() => isOver || setAwaited(false));
    return () => {
      isOver = true;
    };
  }, [session, label, html, css, sheet, script, isolates, attempt, data, tables]);
  const isFixed = typeof height === "number";
  const reachable = useReachable(box, "Scrollable content", isFixed);
  return (
    <div
      ref={box}
      className="st-component stBidiComponent"
      data-height={isFixed ? "fixed" : height}
      style={isFixed ? { height } : undefined}
      {...reachable}
    >
      {problem !== null && <Problem name={label} words={problem} />}
    </div>
  );
}
