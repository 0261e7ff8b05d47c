/** Choice: which objects of which layers are selected. */

/** As it travels: the rows and what they hold, by the id of a layer. */
export interface Choice {
  readonly indices: Readonly<Record<string, readonly number[]>>;
  readonly objects: Readonly<Record<string, readonly unknown[]>>;
}

export const NOTHING: Choice = { indices: {}, objects: {} };

/** Return what is selected once one has clicked an object: what was selected no longer is. */
export function clicked(
  choice: Choice,
  layer: string,
  index: number,
  object: unknown,
  isSingle: boolean,
): Choice {
  const place = choice.indices[layer]?.indexOf(index) ?? -1;
  if (isSingle) {
    if (place >= 0) return NOTHING;
    return { indices: { [layer]: [index] }, objects: { [layer]: [plain(object)] } };
  }
  const indices = [...(choice.indices[layer] ?? [])];
  const objects = [...(choice.objects[layer] ?? [])];
  if (place >= 0) {
    indices.splice(place, 1);
    objects.splice(place, 1);
  } else {
    indices.push(index);
    objects.push(plain(object));
  }
  const next = {
    indices: { ...choice.indices, [layer]: indices },
    objects: { ...choice.objects, [layer]: objects },
  };
  if (indices.length === 0) {
    delete (next.indices as Record<string, unknown>)[layer];
    delete (next.objects as Record<string, unknown>)[layer];
  }
  return next;
}

/** Return whether nothing is selected. */
export function isEmpty({ indices }: Choice): boolean {
  return Object.keys(indices).length === 0;
}

/** Return a copy that can travel. */
function plain(object: unknown): unknown {
  if (object === undefined) return null;
  return JSON.parse(
    JSON.stringify(object, (_, value: unknown) =>
      ArrayBuffer.isView(value) ? Array.from(value as unknown as number[]) : value,
    ),
  );
}
