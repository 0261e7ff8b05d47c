/** Dropped: the files in what is dropped or pasted, also those in folders. */

/** Files that a folder may bring: some have no end. */
const MOST = 10_000;

/** A file, and its name with the folders that it is in. */
export type Named = readonly [file: File, path: string];

/** Return the files of a drop; those in folders only if `isDeep`. It must be called at once. */
export async function filesOf(data: DataTransfer, isDeep: boolean): Promise<Named[]> {
  const plain = [...data.files].map((file): Named => [file, pathOf(file)]);
  if (!isDeep) return plain;
  const entries = [...data.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  if (!entries.some((entry) => entry.isDirectory)) return plain;
  const found: Named[] = [];
  for (const entry of entries) await collect(entry, found);
  return found;
}

/** Return the name of a file with the folders that it was chosen with. */
export function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

async function collect(entry: FileSystemEntry, found: Named[]): Promise<void> {
  if (found.length >= MOST) return;
  if (entry.isFile) {
    const file = await new Promise<File>((settle, fail) =>
      (entry as FileSystemFileEntry).file(settle, fail),
    );
    found.push([file, entry.fullPath.replace(/^\//, "")]);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // It tells a hundred at a time, and none when there are no more.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((settle, fail) =>
      reader.readEntries(settle, fail),
    );
    if (some.length === 0) return;
    for (const each of some) await collect(each, found);
  }
}
