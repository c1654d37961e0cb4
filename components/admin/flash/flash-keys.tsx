import { KeyList } from "@/components/admin/keys/key-list";
import { FLASH_KEYS } from "@/components/admin/keys/page-keys";

export const FlashKeys = () => (
  <section aria-labelledby="flash-keys">
    <h2 id="flash-keys">按键</h2>
    <KeyList keys={FLASH_KEYS} />
  </section>
);
