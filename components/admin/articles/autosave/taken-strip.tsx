import { Button } from "@/components/ui/button";

/** The same person has the article open in another window of this browser, and writes there. */
export function TakenStrip({ onTake }: { onTake: () => void }) {
  return (
    <div className="strip" role="status">
      <p>这篇已在你的另一个窗口打开，这里只能看。</p>
      <Button onClick={onTake}>改在这里写</Button>
    </div>
  );
}
