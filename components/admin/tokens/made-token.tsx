import { ShownOnce } from "@/components/ui/shown-once";

/** The one moment at which a token is known. */
export const MadeToken = ({ secret }: { secret: string }) => (
  <ShownOnce label="令牌，只显示这一次" value={secret} copied="已复制令牌">
    请现在就交给合作方。这里只存它的指纹，以后谁也看不到它；丢了就撤销，再建一个。
  </ShownOnce>
);
