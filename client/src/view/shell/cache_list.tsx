/** The caches of the process, for developers: how much each function keeps. */

import type { CacheSize } from "../../core/wire.gen";
import { bytes } from "./bytes";

export function Caches({ caches }: { caches: readonly CacheSize[] }) {
  if (caches.length === 0)
    return (
      <p className="st-state-nothing">
        Nothing yet. What functions under <code>st.cache_data</code> and{" "}
        <code>st.cache_resource</code> have made in this process is shown here.
      </p>
    );
  return (
    <table className="st-state-table st-state-runs">
      <thead>
        <tr>
          <th scope="col">Function</th>
          <th scope="col">Entries</th>
          <th scope="col">Memory</th>
        </tr>
      </thead>
      <tbody>
        {caches.map(([name, kind, count, size], place) => (
          <tr key={place}>
            <th scope="row">
              <code>{name.replace(/^__main__\./, "")}</code>
            </th>
            <td>{count}</td>
            <td>{kind === "data" ? bytes(size) : <em>shared</em>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
