/** Component instance: a custom component in its frame. */

import "./component_instance.css";

import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";

import type { ComponentInstance } from "../core/wire.gen";
import { wordsOf } from "../lib/words";
import { define } from "../view/define";
import { useSession } from "../view/hooks";
import { Problem } from "../view/parts/component/problem";
import { argumentsOf, heightIn, read, type Render } from "../view/parts/component/protocol";
import { themeAt } from "../view/parts/component/theme";
import { useColors } from "../view/parts/page_colors";

/** What its page may do. Most packages keep something in the browser, for which it needs its origin. */
const APART =
  "allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-scripts";
const WITH_ORIGIN = `${APART} allow-same-origin`;
const FEATURES =
  "accelerometer; autoplay; camera; clipboard-read; clipboard-write; encrypted-media; fullscreen; geolocation; gyroscope; microphone; midi; picture-in-picture";

/** The one version of the protocol that there is. */
const VERSION = 1;
/** Milliseconds after which a component should have said that it is ready. */
const PATIENCE = 8_000;

export default define<ComponentInstance, string | null>(({ props, setValue }) => {
  // Another page in the frame is another component.
  return <Component key={addressOf(props)} props={props} setValue={setValue} />;
});

interface ComponentProps {
  props: ComponentInstance;
  setValue(value: string): void;
}

function Component({ props, setValue }: ComponentProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const address = addressOf(props);
  const home = props.is_isolated ? "null" : new URL(address).origin;
  const [readiness, setReadiness] = useState(0); // how often it has said so
  const [said, setSaid] = useState<{ height: number; asked: number } | null>(null);
  const asked = useMemo(() => heightIn(props.args), [props.args]);
  const [failure, setFailure] = useState<string | null>(null);
  const [version, setVersion] = useState(VERSION);
  const isOther = version !== VERSION;
  const problem = isOther
    ? `it speaks version ${version} of the protocol, and this page ${VERSION}`
    : failure;
  const session = useSession();

  const take = useEffectEvent(({ source, origin, data }: MessageEvent<unknown>) => {
    if (!source || source !== frame.current?.contentWindow || origin !== home) return;
    const said = read(data, session.server.facts.get().limit);
    if (said?.type === "ready") {
      setVersion(said.version);
      if (said.version !== VERSION) return;
      setFailure(null);
      setReadiness((count) => count + 1);
    } else if (said?.type === "height") setSaid({ height: said.height, asked });
    else if (said?.type === "value") {
      // Who was ready once goes on, whatever it has said since.
      if (readiness > 0) setVersion(VERSION);
      setValue(said.value);
    } else if (said) console.warn(`Component “${props.name}”: ${said.problem}`);
  });
  useEffect(() => {
    const hear = (event: MessageEvent) => take(event);
    window.addEventListener("message", hear);
    return () => window.removeEventListener("message", hear);
  }, []);

  useRender(frame, props, readiness, setFailure);

  const isReady = readiness > 0;
  // What the script asks for counts until the component says something else.
  const height = said?.asked === asked ? said.height : asked;
  useEffect(() => {
    if (isReady) return;
    const timer = setTimeout(async () => setFailure(await whyNot(address)), PATIENCE);
    return () => clearTimeout(timer);
  }, [isReady, address]);

  return (
    <div className="st-component-frame">
      {problem !== null && <Problem name={props.name} words={problem} />}
      {!isReady && problem === null && <div className="stSkeleton" data-testid="stSkeleton" />}
      <iframe
        ref={frame}
        className="stCustomComponentV1"
        data-testid="stCustomComponentV1"
        title={props.name}
        src={address}
        sandbox={props.is_isolated ? APART : WITH_ORIGIN}
        allow={FEATURES}
        tabIndex={props.tab_index ?? undefined}
        scrolling="no"
        style={{ height: isReady ? height : 0 }}
      />
    </div>
  );
}

/** Tell the component what it is to show, whenever anything of that is another, in order. */
function useRender(
  frame: React.RefObject<HTMLIFrameElement | null>,
  props: ComponentInstance,
  readiness: number,
  setFailure: (problem: string | null) => void,
) {
  const { args, blobs, tables, disabled } = props;
  const colors = useColors();
  const given = useMemo(() => argumentsOf({ args, blobs, tables }), [args, blobs, tables]);
  useEffect(() => {
    if (readiness === 0) return;
    let isLatest = true;
    const send = async () => {
      try {
        const found = await given;
        if (!isLatest || !frame.current) return;
        const theme = themeAt(frame.current.parentElement!);
        const render: Render = { type: "streamlit:render", ...found, disabled, theme };
        frame.current.contentWindow?.postMessage(render, "*");
        setFailure(null);
      } catch (reason) {
        if (isLatest) setFailure(wordsOf(reason));
      }
    };
    void send();
    return () => {
      isLatest = false;
    };
  }, [frame, given, disabled, readiness, colors, setFailure]);
}

/** Return the address of its page, which is told where the app is. */
function addressOf({ src }: ComponentInstance): string {
  const address = new URL(src, document.baseURI);
  address.searchParams.set("streamlitUrl", new URL(".", document.baseURI).href);
  return address.href;
}

/** Find out why a component has not said that it is ready. */
async function whyNot(address: string): Promise<string> {
  const page = new URL(address);
  if (page.origin !== location.origin) return `it has not answered: is ${page.origin} running?`;
  try {
    const { ok, status } = await fetch(address, { method: "HEAD" });
    if (!ok) return `its page is not there: the server answers ${status}`;
  } catch {
    return "its page cannot be loaded: the server does not answer";
  }
  return "it has not said that it is ready";
}
