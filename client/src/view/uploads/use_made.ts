/** How an input draws and changes the one file that is made on the page. */

import type { View } from "../define";
import { noteContent, useContent } from "./content";
import type { Uploaded } from "./upload";
import type { Rules } from "./uploads";
import { useUploads } from "./use_uploads";

type Input = View<Pick<Rules, "limit" | "permit">, Uploaded[]>;

/** Follow the file; `add` sends one, and `clear` takes back what has not come yet. */
export function useMade(view: Input) {
  const { limit, permit } = view.props;
  const rules = { types: [], limit, permit, multiple: false };
  const { uploads, items, lost, forgetLost } = useUploads(view, rules, (files) =>
    view.setValue([...files]),
  );
  const [file] = view.value;
  return {
    file,
    content: useContent(file),
    items,
    lost,
    forgetLost,
    add(made: File) {
      uploads.add([made]);
      for (const each of uploads.items.get()) noteContent(each.id, made);
    },
    clear: () => uploads.clear(),
  };
}
