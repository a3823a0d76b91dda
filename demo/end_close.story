周琪 termination_close
  · 档案号 = $docno
