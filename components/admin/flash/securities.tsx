import { Check, X } from "lucide-react";
import type { Security } from "./draft";

type Props = {
  chosen: Security[];
  suggested: Security[];
  onTake: (securities: Security[]) => void;
  onDrop: (security: Security) => void;
  onRefuse: (security: Security) => void;
};

/** The securities of a flash, and those that its text speaks of and nobody has decided on. */
export function Securities({ chosen, suggested, onTake, onDrop, onRefuse }: Props) {
  if (chosen.length + suggested.length === 0) return null;
  return (
    <fieldset className="wire-sec">
      <legend className="sr">证券</legend>
      {chosen.map((security) => (
        <span key={security.symbol} className="chip on">
          {security.name} <span className="num">{security.symbol}</span>
          <button type="button" aria-label={`去掉 ${security.name}`} onClick={() => onDrop(security)}>
            <X className="icon" aria-hidden />
          </button>
        </span>
      ))}
      {suggested.map((security) => (
        <span key={security.symbol} className="chip">
          {security.name} <span className="num">{security.symbol}</span>
          <button type="button" aria-label={`采用 ${security.name}`} onClick={() => onTake([security])}>
            <Check className="icon" aria-hidden />
          </button>
          <button type="button" aria-label={`不用 ${security.name}`} onClick={() => onRefuse(security)}>
            <X className="icon" aria-hidden />
          </button>
        </span>
      ))}
      {suggested.length > 0 && (
        <button type="button" className="linkish" aria-keyshortcuts="Alt+S" onClick={() => onTake(suggested)}>
          采用 {suggested.length} 个建议 <kbd>Alt S</kbd>
        </button>
      )}
    </fieldset>
  );
}
