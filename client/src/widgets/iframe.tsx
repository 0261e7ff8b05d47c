/** Iframe: a page within the page. */

import "./iframe.css";

import { useEffect, useRef, useState, type CSSProperties } from "react";
import type { Iframe } from "../core/wire.gen";
import { define } from "../view/define";
import { useColors } from "../view/parts/page_colors";

/** What a page may do, wherever it comes from. */
const SANDBOX =
  "allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-scripts";
const FEATURES =
  "accelerometer; autoplay; camera; clipboard-write; encrypted-media; fullscreen; geolocation; gyroscope; microphone; picture-in-picture";

/** What the frame of HTML tells of what is in it. */
interface Size {
  width: number;
  height: number;
}

/** What HTML says that has colours of its own, or may have. */
const COLORED = /colou?r|background|<(?:script|link|style|frame|iframe)\b/i;

/** What HTML says that knows light and dark grounds itself; to ask which one is there is not that. */
const SCHEMED = /(?<!prefers-)color-scheme/i;

/** A page that grows with its frame would grow for ever. */
const HIGHEST = 10_000;

export default define<Iframe>(({ props }) => {
  const { src, html } = props;
  const colors = useColors();
  if (html === null) return <Site {...props} src={src ?? ""} />;
  return <Written key={isPlain(html) ? `${colors} ${html}` : html} {...props} />;
});

/** Show what is at an address. */
function Site(props: Iframe & { src: string }) {
  return <iframe {...looksOf(props)} src={props.src || undefined} sandbox={sandboxOf(props.src)} />;
}

/** A page of this server could act for the person if it kept its origin; browsers show PDF to none. */
function sandboxOf(src: string): string | undefined {
  if (/^data:application\/pdf[;,]|^_stcore\/media\/[^/]+\.pdf$/i.test(src)) return undefined;
  const isOurs = new URL(src, document.baseURI).origin === location.origin;
  return isOurs ? SANDBOX : `${SANDBOX} allow-same-origin`;
}

/** Show HTML: it is written into an empty page of the server, which has an origin of its own. */
function Written(props: Iframe) {
  const frame = useRef<HTMLIFrameElement>(null);
  const isFilled = useRef(false);
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const take = ({ source, data }: MessageEvent<unknown>) => {
      if (source === frame.current?.contentWindow && isSize(data)) setSize(data);
    };
    window.addEventListener("message", take);
    return () => window.removeEventListener("message", take);
  }, []);
  const fill = () => {
    // Once: what comes later is a page that the person has gone to.
    if (isFilled.current) return;
    isFilled.current = true;
    const { current } = frame;
    if (current) current.contentWindow?.postMessage(inScheme(current, props.html), "*");
  };
  return (
    <iframe
      ref={frame}
      {...looksOf(props, size)}
      src={new URL("_stcore/frame", document.baseURI).href}
      sandbox={SANDBOX}
      onLoad={fill}
    />
  );
}

/** Return HTML with the kind of the ground that it stands on, light or dark, if it asks for none. */
function inScheme(frame: Element, html: string | null): string | null {
  if (!isPlain(html)) return html;
  return `<meta name="color-scheme" content="${getComputedStyle(frame).colorScheme}">${html}`;
}

function isPlain(html: string | null): html is string {
  return html !== null && !COLORED.test(html);
}

function isSize(data: unknown): data is Size {
  const { kind, width, height } = (data ?? {}) as Partial<Size & { kind: string }>;
  return kind === "size" && Number.isFinite(width) && Number.isFinite(height);
}

/** Return what all frames have, and how large they are. */
function looksOf(
  { width, height, tab_index, alt, html, scrolling }: Iframe,
  size: Size | null = null,
) {
  const style: CSSProperties = {};
  if (typeof height === "number") style.height = height;
  else if (height === "content" && size) style.height = Math.min(size.height, HIGHEST);
  if (width === "content" && size) style.width = size.width;
  return {
    className: "stIFrame",
    "data-testid": "stIFrame",
    "data-height": typeof height === "string" ? height : undefined,
    "data-written": html === null ? undefined : true,
    "data-schemed": isPlain(html) || SCHEMED.test(html ?? "") || undefined,
    title: alt || "st.iframe",
    tabIndex: tab_index ?? undefined,
    allow: FEATURES,
    scrolling: scrolling ? undefined : "no",
    style,
  };
}
