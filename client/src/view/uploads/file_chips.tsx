/** File chips: files that an input has, and those on their way to it. */

import "./file_chips.css";

import type { ReactNode } from "react";

import { useSignal } from "../hooks";
import type { Upload, Uploaded } from "./upload";
import { sizeOf } from "./uploads";

interface FileChipsProps {
  files: readonly Uploaded[];
  uploads: readonly Upload[];
  disabled: boolean;
  /** Take a file out of the value. */
  remove(file: Uploaded): void;
  /** Send no more of a file, or forget that it failed. */
  cancel(upload: Upload): void;
  /** What stands behind them. */
  children?: ReactNode;
}

/** Draw the chips; nothing without a file. */
export function FileChips(props: FileChipsProps) {
  const { files, uploads, disabled, remove, cancel, children } = props;
  return (
    <ul className="st-files" data-testid="stFileChips">
      {files.map((file) => (
        <Chip
          key={file[0]}
          name={file[1]}
          note={sizeOf(file[3])}
          {...(!disabled && { action: ["Remove", () => remove(file)] as const })}
        />
      ))}
      {uploads.map((upload) => (
        <OnItsWay key={upload.id} upload={upload} cancel={() => cancel(upload)} />
      ))}
      {children && <li className="st-files-more">{children}</li>}
    </ul>
  );
}

function OnItsWay({ upload, cancel }: { upload: Upload; cancel(): void }) {
  const progress = useSignal(upload.progress);
  const { status, sent } = progress;
  const { name } = upload;
  const { size } = upload.file;
  if (progress.status === "failed")
    return (
      <Chip name={name} note={progress.problem} status="failed" action={["Remove", cancel]}>
        {size > 0 && isWorthAnotherTry(progress.problem) && (
          <button type="button" className="st-file-retry" onClick={() => upload.retry()}>
            Try again<span className="st-hidden"> with {name}</span>
          </button>
        )}
      </Chip>
    );
  if (status === "done")
    return <Chip name={name} note={sizeOf(size)} action={["Remove", cancel]} />;
  const share = size > 0 ? sent / size : 0;
  const note =
    status === "stalled" ? "Waiting for the connection …" : `${sizeOf(sent)} of ${sizeOf(size)}`;
  return (
    <Chip name={name} note={note} status={status} action={["Cancel", cancel]}>
      <progress
        className="st-file-progress"
        data-testid="stFileProgress"
        aria-label={`Uploading ${name}`}
        max={1}
        value={share}
      />
    </Chip>
  );
}

/** What does not fit will not fit the next time. */
function isWorthAnotherTry(problem: string): boolean {
  return !/^File must|not allowed\.$/.test(problem);
}

interface ChipProps {
  name: string;
  note: string;
  status?: string;
  action?: readonly [verb: string, act: () => void];
  children?: ReactNode;
}

function Chip({ name, note, status = "done", action, children }: ChipProps) {
  return (
    <li className="st-file" data-testid="stFileChip" data-status={status}>
      <svg className="st-file-icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6" />
      </svg>
      <span className="st-file-text">
        <span className="st-file-name" data-testid="stFileChipName" title={name}>
          {name}
        </span>
        <small className="st-file-note" role={status === "failed" ? "alert" : undefined}>
          {note}
        </small>
        {children}
      </span>
      {action && (
        <span data-testid="stFileChipDeleteBtn">
          <button
            type="button"
            className="st-file-button"
            aria-label={`${action[0]} ${name}`}
            title={action[0]}
            onClick={action[1]}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M7 7l10 10M17 7 7 17" />
            </svg>
          </button>
        </span>
      )}
    </li>
  );
}
