/** Long enough for the browser to have taken the file over. Milliseconds. */
const KEPT_FOR = 60_000;

/** Gives the person a file, by the browser's own download. */
export const saveFile = (content: Blob, name: string): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR);
};
