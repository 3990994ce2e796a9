import { useState } from 'preact/hooks';
import { Icon } from '../ui/Icon.tsx';

interface FileFieldProps {
  id: string;
  title: string;
  explains: string;
  onFiles(files: readonly File[]): void;
}

/** A place for files: choose them, by keyboard too, or drop them on it. */
export const FileField = ({ id, title, explains, onFiles }: FileFieldProps) => {
  const [isOver, setIsOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the field inside is everybody's
    <div
      class={isOver ? 'files over' : 'files'}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setIsOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <label class="files-title" for={id}>
        <Icon name="shield" size={18} />
        {title}
      </label>
      <p id={`${id}-explains`} class="soft">
        {explains}
      </p>
      <input
        id={id}
        type="file"
        multiple
        aria-describedby={`${id}-explains`}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // So that the same file can be chosen again after it changed.
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
};
