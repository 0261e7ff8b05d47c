/** Option data: the values in a specification, as a table. */

import { useMemo } from "react";

import type { DataProps } from "../chart/lazy_data";
import { PlainData } from "../chart/plain_data";
import type { Said } from "./parts";
import { tableOf } from "./table";

/** Draw what is shown of the values in a specification. */
export function OptionData({ data, ...props }: DataProps<Said>) {
  const table = useMemo(() => tableOf(data), [data]);
  return <PlainData {...props} data={table} />;
}
