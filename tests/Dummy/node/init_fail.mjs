// Cannot be loaded: the function fails in its initialization; handler `init_fail.initFail`.
throw new Error('cannot start');
