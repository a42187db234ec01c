"""Cannot be imported: the function fails in its initialization; handler `init_fail.init_fail`."""

raise RuntimeError("cannot start")
