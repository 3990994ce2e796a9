import { useState } from 'preact/hooks';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useText } from '../../ui/locale-context.ts';
import { ExportDialog } from './ExportDialog.tsx';
import type { ExportPorts } from './export-contract.ts';

/** The way to an export, behind one button. */
export const ExportPanel = ({ exports }: { exports: ExportPorts }) => {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>
        <Icon name="download" />
        {text('exportLog')}
      </Button>
      {isOpen && <ExportDialog exports={exports} onClose={() => setIsOpen(false)} />}
    </>
  );
};
