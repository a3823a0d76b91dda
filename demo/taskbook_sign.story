$who taskbook_sign
  · task_book = 1
  · integrity_pledge = 1
  · nda = 1
  · scan = 盖章件.txt
  · signer = $signer
