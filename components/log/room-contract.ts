/** Room on this machine for all that Candor stores. */
export interface Room {
  /** Bytes; missing where the browser does not say. */
  used: number | undefined;
  /** Bytes that the browser would give it in all; missing where it does not say. */
  most: number | undefined;
  /** The browser promises not to delete it by itself when the disk fills up. */
  isPromised: boolean;
}

export interface RoomPorts {
  /** Asks the browser for that promise first; it may say no, now or each time. May reject. */
  read(): Promise<Room>;
}
