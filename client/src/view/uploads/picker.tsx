/** Picker: how files get into an input: by a button, dropped, or pasted. */

import { type ClipboardEvent, type DragEvent, type RefObject, useRef, useState } from "react";

import { filesOf, pathOf, type Named } from "./dropped";
import { fits } from "./uploads";

interface Picking {
  types: readonly string[];
  multiple: boolean;
  directory: boolean;
  disabled: boolean;
  add(files: readonly Named[]): void;
}

interface Picker {
  input: RefObject<HTMLInputElement | null>;
  /** Have a person choose. */
  open(): void;
  /** Whether files are held over it. */
  isOver: boolean;
  /** What the place for drops is to hear. */
  handlers: {
    onDragEnter(event: DragEvent): void;
    onDragOver(event: DragEvent): void;
    onDragLeave(event: DragEvent): void;
    onDrop(event: DragEvent): void;
    onPaste(event: ClipboardEvent): void;
  };
}

/** Take files that are dropped on an element, or pasted into it. */
export function usePicker(picking: Picking): Picker {
  const input = useRef<HTMLInputElement>(null);
  const within = useRef(0);
  const [isOver, setIsOver] = useState(false);
  const { disabled, directory, multiple, types, add } = picking;

  const take = (files: readonly Named[]) => {
    // Of a folder, what does not fit was not meant.
    const fit = directory ? files.filter(([{ name, type }]) => fits(name, type, types)) : files;
    add(multiple ? fit : fit.slice(-1));
  };
  const leave = () => {
    within.current = 0;
    setIsOver(false);
  };
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes("Files");

  return {
    input,
    open: () => input.current?.click(),
    isOver: isOver && !disabled,
    handlers: {
      onDragEnter(event) {
        if (!hasFiles(event)) return;
        within.current += 1;
        setIsOver(true);
      },
      onDragOver(event) {
        if (!hasFiles(event)) return;
        // Else the browser would leave the page to show what is dropped.
        event.preventDefault();
        event.dataTransfer.dropEffect = disabled ? "none" : "copy";
      },
      onDragLeave() {
        within.current = Math.max(0, within.current - 1);
        if (within.current === 0) setIsOver(false);
      },
      onDrop(event) {
        if (!hasFiles(event)) return;
        event.preventDefault();
        leave();
        if (!disabled) void filesOf(event.dataTransfer, directory).then(take);
      },
      onPaste(event) {
        const files = [...event.clipboardData.files];
        if (disabled || files.length === 0) return;
        event.preventDefault();
        take(files.map((file): Named => [file, file.name]));
      },
    },
  };
}

interface FileFieldProps extends Picking {
  input: RefObject<HTMLInputElement | null>;
  testId?: string;
  label: string;
}

/** Draw what opens the browser's own dialog; it is not seen. */
export function FileField({ input, testId, label, ...picking }: FileFieldProps) {
  const { types, multiple, directory, disabled, add } = picking;
  return (
    <input
      ref={input}
      type="file"
      className="st-hidden"
      data-testid={testId}
      aria-label={label}
      // The button beside it is what one comes to by the keyboard.
      tabIndex={-1}
      aria-hidden="true"
      accept={types.join(",") || undefined}
      multiple={multiple}
      disabled={disabled}
      {...(directory && { webkitdirectory: "" })}
      onChange={({ currentTarget: field }) => {
        const files = [...(field.files ?? [])].map((file): Named => [file, pathOf(file)]);
        // The same file can be chosen again.
        field.value = "";
        const fit = directory ? files.filter(([{ name, type }]) => fits(name, type, types)) : files;
        add(fit);
      }}
    />
  );
}
