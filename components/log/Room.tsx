import { useEffect, useState } from 'preact/hooks';
import { useLocale } from '../ui/locale-context.ts';
import type { Room as RoomFound, RoomPorts } from './room-contract.ts';

const MEGABYTE = 1_000_000;

/** How much room there is, and whether the browser promises to keep what is stored. Nothing where it does not say. */
export const Room = ({ room }: { room: RoomPorts }) => {
  const { text, language } = useLocale();
  const [found, setFound] = useState<RoomFound>();
  useEffect(() => {
    room.read().then(setFound, () => undefined);
  }, [room]);
  if (found?.used === undefined || found.most === undefined) return null;
  const number = new Intl.NumberFormat(language, { maximumSignificantDigits: 3 });
  const inMegabytes = (bytes: number): string => number.format(bytes / MEGABYTE);
  return (
    <p class="soft room">
      {text('roomUsed', inMegabytes(found.used), inMegabytes(Math.max(0, found.most - found.used)))}{' '}
      {text(found.isPromised ? 'roomPromised' : 'roomNotPromised')}
    </p>
  );
};
