/** File uploader: files that a person chooses, drops or pastes. */

import "../view/parts/button_box.css";
import "./file_uploader.css";

import { useId } from "react";

import type { FileUploader } from "../core/wire.gen";
import { define } from "../view/define";
import { Label } from "../view/parts/label";
import { plainText } from "../view/parts/markdown";
import type { Named } from "../view/uploads/dropped";
import { FileChips } from "../view/uploads/file_chips";
import { LostFiles } from "../view/uploads/lost_files";
import { FileField, usePicker } from "../view/uploads/picker";
import type { Uploaded } from "../view/uploads/upload";
import { sizeOf } from "../view/uploads/uploads";
import { useUploads } from "../view/uploads/use_uploads";

export default define<FileUploader, Uploaded[]>((view) => {
  const { props, value, setValue } = view;
  const { label, disabled, limit, types, multiple, directory } = props;
  const id = useId();
  const { uploads, items, lost, forgetLost } = useUploads(view, props, (files) =>
    setValue(multiple ? [...value, ...files] : files.slice(-1)),
  );

  function add(files: readonly Named[]) {
    if (files.length === 0) return;
    forgetLost();
    const names = new Map(files);
    uploads.add(
      files.map(([file]) => file),
      (file) => (directory ? (names.get(file) ?? file.name) : file.name),
    );
  }

  const picking = { types, multiple, directory, disabled, add };
  const { input, open, isOver, handlers } = usePicker(picking);
  const name = plainText(label);
  const coming = items.filter((each) => each.status !== "failed").length;
  // Of a single one, what is on its way takes the place of what is there; what failed does not.
  const shown = multiple || coming === 0 ? value : [];
  const isEmpty = shown.length === 0 && items.length === 0;
  const what = directory ? "folder" : multiple ? "files" : "file";
  return (
    <div className="st-field stFileUploader" data-testid="stFileUploader">
      <Label props={props} control={`${id}-button`} id={`${id}-label`} />
      <section
        className="st-dropzone"
        data-testid="stFileUploaderDropzone"
        aria-label={name}
        aria-disabled={disabled}
        data-over={isOver || undefined}
        data-disabled={disabled || undefined}
        {...handlers}
      >
        <FileField
          {...picking}
          input={input}
          testId="stFileUploaderDropzoneInput"
          label={`Files for ${name}`}
        />
        {!isEmpty && (
          <FileChips
            files={shown}
            uploads={items}
            disabled={disabled}
            remove={([gone]) => setValue(value.filter(([each]) => each !== gone))}
            cancel={(upload) => uploads.remove(upload)}
          />
        )}
        <button
          type="button"
          id={`${id}-button`}
          className="st-button st-button-secondary"
          data-testid="stBaseButton-secondary"
          disabled={disabled}
          aria-describedby={`${id}-rules`}
          aria-labelledby={`${id}-verb ${id}-label`}
          onClick={open}
        >
          <svg className="st-upload-icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 15V4M7.5 8.5 12 4l4.5 4.5M4.5 15v4.5h15V15" />
          </svg>
          <span id={`${id}-verb`}>{verb(isEmpty, multiple, what)}</span>
        </button>
        <span
          id={`${id}-rules`}
          className={isEmpty ? "st-upload-rules" : "st-hidden"}
          data-testid="stFileUploaderDropzoneInstructions"
        >
          <span className="st-upload-hint">or drop {multiple ? "them" : "it"} here</span>
          <span>{rulesOf(limit, types)}</span>
        </span>
      </section>
      {lost.length > 0 && <LostFiles names={lost} forget={forgetLost} />}
      <span className="st-hidden" role="status">
        {saidOf(value, coming)}
      </span>
    </div>
  );
});

function verb(isEmpty: boolean, multiple: boolean, what: string): string {
  if (isEmpty) return `Choose ${what}`;
  return multiple ? `Add ${what}` : "Replace file";
}

function rulesOf(limit: number, types: readonly string[]): string {
  const kinds = types.map((each) =>
    each.startsWith(".") ? each.slice(1).toUpperCase() : each.replace(/\/\*$/, ""),
  );
  return [`${sizeOf(limit)} per file`, kinds.join(", ")].filter(Boolean).join(" • ");
}

function saidOf(value: readonly Uploaded[], onTheirWay: number): string {
  if (onTheirWay > 0) return `${onTheirWay} on the way`;
  if (value.length === 1) return `${value[0]?.[1]} is uploaded`;
  return value.length > 1 ? `${value.length} files are uploaded` : "";
}
