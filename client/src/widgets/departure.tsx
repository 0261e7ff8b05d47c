/** Departure: the page goes to another address, to log in there or out, and comes back. */

import { useEffect } from "react";

import type { Departure } from "../core/wire.gen";
import { define } from "../view/define";
import { useSession } from "../view/hooks";

export default define<Departure>(
  ({ id, props: { path } }) => {
    const { effects } = useSession();
    useEffect(() => {
      effects.end(id);
      const url = new URL(path, new URL(".", document.baseURI));
      url.searchParams.set("at", location.pathname + location.search);
      // What is half typed or not confirmed is written down as the page leaves.
      location.assign(url);
    }, [id, path, effects]);
    return null;
  },
  { framed: false },
);
