/** Camera input: a photo that a person takes. */

import "../view/parts/button_box.css";
import "./camera_input.css";

import { useEffect, useRef, useState } from "react";

import type { CameraInput } from "../core/wire.gen";
import { define } from "../view/define";
import { Label } from "../view/parts/label";
import { plainText } from "../view/parts/markdown";
import { FileChips } from "../view/uploads/file_chips";
import { LostFiles } from "../view/uploads/lost_files";
import { streamOf } from "../view/uploads/recorder";
import type { Uploaded } from "../view/uploads/upload";
import { useMade } from "../view/uploads/use_made";

const HEIGHTS = { "480p": 480, "720p": 720, "1080p": 1080 };
const QUALITY = 0.92;

export default define<CameraInput, Uploaded[]>((view) => {
  const { props, setValue } = view;
  const { disabled, resolution } = props;
  const made = useMade(view);
  const { file: photo, items, lost, forgetLost } = made;
  const [taken, setTaken] = useState<string | null>(null);
  const address = made.content?.address ?? taken;
  const isTaken = photo !== undefined || items.length > 0;
  const name = plainText(props.label);

  useEffect(() => () => void (taken && URL.revokeObjectURL(taken)), [taken]);

  function take(content: Blob) {
    const name = `camera-input-${new Date().toISOString().replaceAll(":", "_")}.jpg`;
    forgetLost();
    setTaken(URL.createObjectURL(content));
    made.add(new File([content], name, { type: "image/jpeg" }));
  }

  function clear() {
    made.clear();
    setTaken(null);
    if (photo) setValue([]);
  }

  return (
    <div className="st-field stCameraInput" data-testid="stCameraInput">
      <Label props={props} />
      {isTaken ? (
        <div className="st-camera">
          {address ? (
            <img className="st-camera-view" src={address} alt={`Snapshot: ${name}`} />
          ) : (
            <div className="st-camera-view st-camera-empty">{photo?.[1]}</div>
          )}
          {items.length > 0 && (
            <FileChips
              files={[]}
              uploads={items}
              disabled={disabled}
              remove={clear}
              cancel={clear}
            />
          )}
          <button
            type="button"
            className="st-button st-button-secondary st-camera-button"
            data-testid="stCameraInputButton"
            disabled={disabled}
            onClick={clear}
          >
            Clear photo
          </button>
        </div>
      ) : (
        <Camera
          name={name}
          disabled={disabled}
          height={resolution && HEIGHTS[resolution]}
          take={take}
        />
      )}
      {lost.length > 0 && <LostFiles names={lost} forget={forgetLost} />}
      <span className="st-hidden" role="status">
        {photo ? "The photo is uploaded" : ""}
      </span>
    </div>
  );
});

interface CameraProps {
  name: string;
  disabled: boolean;
  height: number | null;
  take(photo: Blob): void;
}

/** Draw what the camera sees. It is on while this is on the page, once the person allows that. */
function Camera({ name, disabled, height, take }: CameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [isOn, setIsOn] = useState(false);
  const [facing, setFacing] = useState<"user" | "environment">("user");
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [problem, setProblem] = useState("");
  const [hasSeveral, setHasSeveral] = useState(false);

  useEffect(() => {
    // Who has allowed it once is not asked for a click each time.
    if (disabled || !("permissions" in navigator)) return;
    let isOver = false;
    navigator.permissions.query({ name: "camera" as PermissionName }).then(
      ({ state }) => !isOver && state === "granted" && setIsOn(true),
      () => {},
    );
    return () => void (isOver = true);
  }, [disabled]);

  useEffect(() => {
    if (!isOn || disabled) return;
    let isOver = false;
    let own: MediaStream | null = null;
    const stop = () => own?.getTracks().forEach((track) => track.stop());
    const wanted = { facingMode: facing, ...(height && { height: { ideal: height } }) };
    streamOf({ video: wanted }, "camera").then(
      async (given) => {
        own = given;
        if (isOver) return stop();
        setProblem("");
        setStream(given);
        const devices = await navigator.mediaDevices.enumerateDevices();
        setHasSeveral(devices.filter(({ kind }) => kind === "videoinput").length > 1);
      },
      (error: Error) => {
        if (isOver) return;
        setProblem(error.message);
        setIsOn(false);
      },
    );
    return () => {
      isOver = true;
      stop();
      setStream(null);
    };
  }, [isOn, disabled, facing, height]);

  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);

  const isReady = stream !== null && !disabled;
  return (
    <div className="st-camera" data-testid="stCameraInputWebcamComponent">
      <div className="st-camera-view" data-testid="stCameraInputWebcamStyledBox">
        {isReady ? (
          <video
            ref={video}
            className="st-camera-video"
            data-mirrored={facing === "user" || undefined}
            aria-label={`What the camera sees: ${name}`}
            autoPlay
            playsInline
            muted
          />
        ) : (
          <div className="st-camera-empty" role={problem ? "alert" : undefined}>
            {problem || (isOn && !disabled ? "Waiting for the camera …" : "The camera is off.")}
          </div>
        )}
        {isReady && hasSeveral && (
          <button
            type="button"
            className="st-camera-switch"
            data-testid="stCameraInputSwitchButton"
            aria-label="Switch camera"
            title="Switch camera"
            onClick={() => setFacing(facing === "user" ? "environment" : "user")}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M5 9a7.5 7.5 0 0 1 13-2l1 1.5M19 15a7.5 7.5 0 0 1-13 2l-1-1.5M19 4v4.5h-4.5M5 20v-4.5h4.5" />
            </svg>
          </button>
        )}
      </div>
      <button
        type="button"
        className="st-button st-button-secondary st-camera-button"
        data-testid="stCameraInputButton"
        disabled={disabled || (isOn && !stream)}
        onClick={() => {
          if (!isOn) return setIsOn(true);
          if (video.current)
            void photoOf(video.current, height).then((photo) => photo && take(photo));
        }}
      >
        {isOn || disabled ? "Take Photo" : "Start camera"}
        <span className="st-hidden">: {name}</span>
      </button>
    </div>
  );
}

/** Return what a video shows, as large as it is shown unless its size was asked for. */
function photoOf(video: HTMLVideoElement, height: number | null): Promise<Blob | null> {
  const { videoWidth, videoHeight, clientWidth } = video;
  const shown = (clientWidth * Math.max(1, devicePixelRatio)) / videoWidth;
  const scale = height === null ? Math.min(1, shown) : 1;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return new Promise((settle) => canvas.toBlob(settle, "image/jpeg", QUALITY));
}
