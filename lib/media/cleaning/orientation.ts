/** EXIF that says how the camera was held, and nothing else: one entry, a short number, no further directory. */
export function orientationExif(orientation: number): Buffer {
  const tiff = Buffer.from("4d4d002a 00000008 0001 0112 0003 00000001 00000000 00000000".replaceAll(" ", ""), "hex");
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}

const NOTHING_ELSE =
  /^(?:Exif\0\0)?\0*(?:MM\0\*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0[\x01-\x08]\0\0\0\0\0\0)?\0*$/;

/** Whether EXIF says no more than that. */
export const isOnlyOrientation = (exif: Buffer) => NOTHING_ELSE.test(exif.toString("latin1"));
