<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>CellLook</name>
    <message>
        <source>Passed</source>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Reprobado</translation>
    </message>
</context>
<context>
    <name>CertificationReader</name>
    <message>
        <source>You are not a member of this event&apos;s category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a State administrator to add you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CertificationStatus</name>
    <message>
        <source>Unpublished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicado</translation>
    </message>
    <message>
        <source>Unpublished changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification Sent to State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification Approved by State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recertification Request Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recertification in Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N/A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recertification Request Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification Incomplete - Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification Incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Reprobado</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Instantánea</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Distrito</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Escuela</translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification start triggers snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full Snapshot (all participants)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContentHash</name>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventDocument</name>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapshot method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapshot time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snapshot step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>participants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>options</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventList</name>
    <message>
        <source>%1 - %2 of %3 items</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomeFacts</name>
    <message numerus="yes">
        <source>days overdue: %1</source>
        <translation>
            <numerusform>día de retraso: %1</numerusform>
            <numerusform>días de retraso: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>days left to certify %1</source>
        <translation>
            <numerusform>día para certificar %1</numerusform>
            <numerusform>días para certificar %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n fatal finding(s) block it</source>
        <translation>
            <numerusform>; lo impide %n hallazgo grave</numerusform>
            <numerusform>; lo impiden %n hallazgos graves</numerusform>
        </translation>
    </message>
    <message>
        <source>Certify</source>
        <translation>Certificar</translation>
    </message>
    <message numerus="yes">
        <source>district(s) wait for your decision</source>
        <translation>
            <numerusform>distrito espera su decisión</numerusform>
            <numerusform>distritos esperan su decisión</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message numerus="yes">
        <source>fatal finding(s) of the checks</source>
        <translation>
            <numerusform>hallazgo grave de las comprobaciones</numerusform>
            <numerusform>hallazgos graves de las comprobaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Verlos</translation>
    </message>
    <message numerus="yes">
        <source>row(s) of imports are not solved</source>
        <translation>
            <numerusform>fila importada está sin resolver</numerusform>
            <numerusform>filas importadas están sin resolver</numerusform>
        </translation>
    </message>
    <message>
        <source>Solve them</source>
        <translation>Resolverlas</translation>
    </message>
    <message numerus="yes">
        <source>pass(es) have no evidence</source>
        <translation>
            <numerusform>aprobado no tiene evidencia</numerusform>
            <numerusform>aprobados no tienen evidencia</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrarlos</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>aprobados</translation>
    </message>
    <message>
        <source>with evidence</source>
        <translation>con evidencia</translation>
    </message>
    <message>
        <source>evidence missing</source>
        <translation>falta la evidencia</translation>
    </message>
    <message>
        <source>Evidence is missing for %1 of %2 passes</source>
        <translation>Falta la evidencia de %1 de %2 aprobados</translation>
    </message>
    <message numerus="yes">
        <source>Every one of %n pass(es) has its evidence</source>
        <translation>
            <numerusform>El único aprobado tiene su evidencia</numerusform>
            <numerusform>Cada uno de los %n aprobados tiene su evidencia</numerusform>
        </translation>
    </message>
    <message>
        <source>attempts</source>
        <translation>intentos</translation>
    </message>
    <message>
        <source>%1 of %2 attempts were passed</source>
        <translation>Se aprobaron %1 de %2 intentos</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Reprobado</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>%1 of %2 passes are verified</source>
        <translation>%1 de %2 aprobados están verificados</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>The file cannot be written. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder, its rights and the free space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PDF cannot be made here: there are no fonts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another format.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>Writing exam attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the input files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoreThread</name>
    <message>
        <source>No database is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Comparing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk</name>
    <message>
        <source>&quot;%1&quot; of the event is not usable: %2 is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the file; the event was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FATAL findings of step 2 block (default true)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FATAL findings of step 3 block (default true)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signatures on an earlier snapshot count (default false: they are renewed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours in which a sign-off signed in time may arrive late (default 24)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text that a Certifier accepts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list of the record kinds that a snapshot freezes (default all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewers cannot submit. Certifiers of this event: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not a Certifier of this participant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the District administrator to add you to the category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state has not published this event for you, or has ended your participation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state closed this event. You can read it; nothing more can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the state to reopen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification opens on %1. You can review until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come back on that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The due date was %1. Ask the state for an extension.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certification stands at &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be signed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have signed this round already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade %1 to %2 is not one step; %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already promoted for this year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The school has no grade after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no grade follows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the student is already in the next grade; roll back instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a lower one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the grade in which the student began the year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the year began in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it, or override with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive as a graduate, or move to the follow-on school.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account &quot;%1&quot;, or you may not see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list of accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last administrator. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make another person administrator first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role &quot;%1&quot; does not exist in this edition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A state database has the roles that begin with state-.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A district database has the roles without state-.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School %1 is unknown, or not one of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the school code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may give roles only at your own schools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the schools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has the ID to link to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a longer or less common one; three unrelated words are good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is shorter than %1 characters.</source>
        <translation>La contraseña tiene menos de %1 caracteres.</translation>
    </message>
    <message>
        <source>This password is on the list of common passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is little more than the person&apos;s own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name or the password is not right.</source>
        <translation>El nombre o la contraseña no son correctos.</translation>
    </message>
    <message>
        <source>Try again, or ask an administrator for a new password.</source>
        <translation>Inténtelo de nuevo, o pida al administrador una contraseña nueva.</translation>
    </message>
    <message>
        <source>The data changed since the review: %1 Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the plan again, look at what is different, and confirm again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no batch %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list of batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Lotes</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Schools</source>
        <translation>Escuelas</translation>
    </message>
    <message>
        <source>School year</source>
        <translation>Año escolar</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>Aplicado</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Recuentos</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Superior</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>School code</source>
        <translation>Código de escuela</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravedad</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Registro de</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Corrección</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Nombre visible</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Staff ID</source>
        <translation>ID de personal</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Funciones</translation>
    </message>
    <message>
        <source>Must change password</source>
        <translation>Debe cambiar la contraseña</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Desactivada</translation>
    </message>
    <message>
        <source>Someone else has changed this row since. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the newest version and decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; is not there, or you may not see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the number, or list the records first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no field that can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Cursos</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Materia</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>Grados</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>CTE</source>
        <translation>CTE</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programas</translation>
    </message>
    <message>
        <source>CIP code</source>
        <translation>Código CIP</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificados</translation>
    </message>
    <message>
        <source>Certificate list</source>
        <translation>Lista de certificados</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Exam family</source>
        <translation>Familia de examen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Pass mark</source>
        <translation>Nota mínima</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Empieza</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Termina</translation>
    </message>
    <message>
        <source>Pass is earned</source>
        <translation>Aprobar es obtener</translation>
    </message>
    <message>
        <source>Bundle rule</source>
        <translation>Regla del conjunto</translation>
    </message>
    <message>
        <source>Bundle count</source>
        <translation>Número del conjunto</translation>
    </message>
    <message>
        <source>State ID</source>
        <translation>ID estatal</translation>
    </message>
    <message>
        <source>Local ID</source>
        <translation>ID local</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Alumno</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grado</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Escuela</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Curso</translation>
    </message>
    <message>
        <source>Course number</source>
        <translation>Número de curso</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Docente</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Componente</translation>
    </message>
    <message>
        <source>Exam date</source>
        <translation>Fecha de examen</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Proctor</source>
        <translation>Vigilante</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verificación</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>Verificado por</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Traslado</translation>
    </message>
    <message>
        <source>Reporting</source>
        <translation>Notificación</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>Introducido por</translation>
    </message>
    <message>
        <source>Earned on</source>
        <translation>Obtenido el</translation>
    </message>
    <message>
        <source>Year taken</source>
        <translation>Año del examen</translation>
    </message>
    <message>
        <source>Credential number</source>
        <translation>Número de credencial</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Awards</source>
        <translation>Títulos obtenidos</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Uploaded by</source>
        <translation>Subido por</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Row %1 is void.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify the row that replaced it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 has 0 evidence items; its policy &quot;%2&quot; asks for some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach the score-report line or the PDF first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 has no proctor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter who proctored the exam; the teacher or the provider&apos;s report can tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You entered this version of row %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone else has to verify it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is already the evidence of another student.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the pages of each student, or attach the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Certifiers of &quot;%1&quot; changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason of at least %1 characters is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the list and choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not an Approver of this event&apos;s category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a State administrator to add you to the category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This participant is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I certify that the data of %1 for &quot;%2&quot; are complete and correct to the best of my knowledge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list and choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not a member of this event&apos;s category at this participant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the District administrator to add you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This report is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no event &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This district, or school, does not take part in the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several schools take part in this event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the school.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not take part in this event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no category &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification categories</source>
        <translation>Categorías de certificación</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicado</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Certification events</source>
        <translation>Eventos de certificación</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Reporting year</source>
        <translation>Año notificado</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>Abre</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Snapshot method</source>
        <translation>Método de instantánea</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participantes</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>District code</source>
        <translation>Código de distrito</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Distrito</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronda</translation>
    </message>
    <message>
        <source>Own due date</source>
        <translation>Fecha límite propia</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>Excepción</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Instantánea</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decidido</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Decidido por</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Participante</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>Pedido por</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>FATAL</source>
        <translation>GRAVE</translation>
    </message>
    <message>
        <source>WARNING</source>
        <translation>AVISO</translation>
    </message>
    <message>
        <source>INFO</source>
        <translation>INFORMACIÓN</translation>
    </message>
    <message>
        <source>The event was never published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The participant %1 does not fit the level of the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose districts at district level, schools at school level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification of &quot;%1&quot; is complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District validation: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School validation: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State validation: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot %1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy does not hold what the database holds. It was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify the database, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal of the copy is not whole. It was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a database at this place already. It was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or an empty database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A database needs a name and a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal entry %1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal entry %1 was altered or moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest journal entries after %1 are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record has this key, or you may not see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program %1 of PostgreSQL is not installed here. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the PostgreSQL client programs, or let the server make the backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program %1 of PostgreSQL did not succeed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk space, the server and the rights of the database login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would make two records with one key. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for the record that is already there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is in use by someone else. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of the database server is full. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the person who runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database login has no right to do this. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database server cannot be reached. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and the server, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database refused the work. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest grade</source>
        <translation>Grado más bajo</translation>
    </message>
    <message>
        <source>Highest grade</source>
        <translation>Grado más alto</translation>
    </message>
    <message>
        <source>Roster source</source>
        <translation>Origen de la lista</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Contact e-mail</source>
        <translation>Correo del contacto</translation>
    </message>
    <message>
        <source>Contact phone</source>
        <translation>Teléfono del contacto</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>Alumnos</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>Segundo nombre</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>Sufijo</translation>
    </message>
    <message>
        <source>Preferred name</source>
        <translation>Nombre preferido</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Class of</source>
        <translation>Promoción de</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Género</translation>
    </message>
    <message>
        <source>Entry date</source>
        <translation>Fecha de ingreso</translation>
    </message>
    <message>
        <source>Exit date</source>
        <translation>Fecha de salida</translation>
    </message>
    <message>
        <source>Archived on</source>
        <translation>Archivado el</translation>
    </message>
    <message>
        <source>Archive reason</source>
        <translation>Motivo del archivo</translation>
    </message>
    <message>
        <source>IEP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section 504</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English learner</source>
        <translation>Aprende inglés</translation>
    </message>
    <message>
        <source>Lunch status</source>
        <translation>Comedor</translation>
    </message>
    <message>
        <source>Accommodation</source>
        <translation>Adaptación</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Sección</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>This is not a usable rule file: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the file and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header has an unknown line &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header lacks the line &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its entity is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its severity is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its school years cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no query for each kind of database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no rule group &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the groups and choose one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no rule &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the rules with: rules.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule cannot be used: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the rule and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough space for the copy. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, or choose another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was written, but what it holds is not what the database holds. It was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify the database, check the disk, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is damaged. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database login may not create a database, so the backup was read but not restored for a comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The present file could not be copied. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The restored database is not what the backup holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state before lies in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not a backup of a PostgreSQL database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file; a SQLite database comes in with copy-to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of this name already. It was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup cannot be written at this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder exists and may be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is good, but could not be noted in the journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file at this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is a backup of a PostgreSQL database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it there, then use copy-to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database file lies on a network share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For more than a few people at once a database server is safer and faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of the database is nearly full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space before you work on: what cannot be written is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file is in use by someone else. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a usable CertDesk database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the newest good backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file cannot be opened for writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the file and its folder exist and may be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading or writing the database file failed. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk or the network share, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch %1 is undone already, or was never committed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To bring its changes back, undo the undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows of %2 name a missing %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows of %2 were altered outside the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following references</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list &quot;%1&quot; has no column &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its columns are listed by --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no list &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a plan that this program can apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the plan again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel 97 or a protected workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenDocument spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binary file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsafe path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written as a formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leading apostrophe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimal point of a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blanks or separators inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scientific notation, digits are lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sheet &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This district is not connected to a state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to state first (link set).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A state is not connected to a state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the district&apos;s database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inactivo</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archivado</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Introducido</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Anulado</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Sin verificar</translation>
    </message>
    <message>
        <source>Queried</source>
        <translation>En consulta</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>Verificar de nuevo</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Sin enviar</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Difiere</translation>
    </message>
    <message>
        <source>Not due</source>
        <translation>No corresponde</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Deshecho</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignorado</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Fatal</source>
        <translation>Grave</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>not empty</source>
        <translation>no vacío</translation>
    </message>
    <message>
        <source>Its columns are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column holds a login, a state ID or a local ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export one of them for each student.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An override needs a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it with --reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>No students yet</source>
        <translation>Todavía no hay alumnos</translation>
    </message>
    <message>
        <source>A file from your student information system is enough to begin.</source>
        <translation>Para empezar basta un archivo de su sistema de alumnos.</translation>
    </message>
    <message>
        <source>Import students</source>
        <translation>Importar alumnos</translation>
    </message>
    <message>
        <source>No groups yet</source>
        <translation>Todavía no hay grupos</translation>
    </message>
    <message>
        <source>Groups come with the sections of an import, or are made from chosen students.</source>
        <translation>Los grupos llegan con las secciones de una importación o se forman con alumnos elegidos.</translation>
    </message>
    <message>
        <source>No staff yet</source>
        <translation>Todavía no hay personal</translation>
    </message>
    <message>
        <source>Import a staff list, or the sections with their teachers.</source>
        <translation>Importe una lista de personal, o las secciones con sus docentes.</translation>
    </message>
    <message>
        <source>Import staff</source>
        <translation>Importar personal</translation>
    </message>
    <message>
        <source>No schools yet</source>
        <translation>Todavía no hay escuelas</translation>
    </message>
    <message>
        <source>No courses in this school year</source>
        <translation>No hay cursos en este año escolar</translation>
    </message>
    <message>
        <source>No attempts in this school year</source>
        <translation>No hay intentos en este año escolar</translation>
    </message>
    <message>
        <source>Attempts come from files, from score reports or are typed in.</source>
        <translation>Los intentos llegan de archivos, de informes de puntuación o se escriben.</translation>
    </message>
    <message>
        <source>Import attempts</source>
        <translation>Importar intentos</translation>
    </message>
    <message>
        <source>No evidence yet</source>
        <translation>Todavía no hay evidencia</translation>
    </message>
    <message>
        <source>Score reports and certificates are attached to attempts.</source>
        <translation>Los informes de puntuación y los certificados se adjuntan a los intentos.</translation>
    </message>
    <message>
        <source>Go to the certificates</source>
        <translation>Ir a los certificados</translation>
    </message>
    <message>
        <source>No certificate list for this school year</source>
        <translation>No hay lista de certificados para este año escolar</translation>
    </message>
    <message>
        <source>No programs in this school year</source>
        <translation>No hay programas en este año escolar</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>No results yet</source>
        <translation>Todavía no hay resultados</translation>
    </message>
    <message>
        <source>Results of checks, snapshots and reports are collected here.</source>
        <translation>Aquí se reúnen los resultados de comprobaciones, instantáneas e informes.</translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>No hay hallazgos</translation>
    </message>
    <message>
        <source>Issues of imports</source>
        <translation>Problemas de importación</translation>
    </message>
    <message>
        <source>No open issues</source>
        <translation>No hay problemas abiertos</translation>
    </message>
    <message>
        <source>Rows that an import refuses are kept here until they are solved.</source>
        <translation>Las filas que una importación rechaza quedan aquí hasta que se resuelven.</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>No hay mensajes</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Nothing was imported or changed in bulk yet</source>
        <translation>Todavía no se ha importado ni cambiado nada en bloque</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Distritos</translation>
    </message>
    <message>
        <source>No district takes part yet</source>
        <translation>Todavía no participa ningún distrito</translation>
    </message>
    <message>
        <source>Publish an event with participants.</source>
        <translation>Publique un evento con participantes.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>The sample is not complete.</source>
        <translation>El ejemplo no está completo.</translation>
    </message>
    <message>
        <source>Remove its folder %1 and try again.</source>
        <translation>Borre su carpeta %1 e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The sample could not be written. Nothing was changed.</source>
        <translation>No se pudo escribir el ejemplo. No se cambió nada.</translation>
    </message>
    <message>
        <source>Make room on the disk, or check who may write to %1.</source>
        <translation>Libere espacio en el disco, o compruebe quién puede escribir en %1.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings by severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records by kind and school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>findings: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules that found nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no snapshot &quot;%1&quot; in this database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state&apos;s rows are in the state&apos;s database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the state validation of an event with: certify EVENT state-validate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no organization &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no school &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be checked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data validation report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An override needs a written reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no import of the kind &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row would be &quot;%1&quot;, which has to be accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept it, or leave the row out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its name and rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan does not fit its file any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the plan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The truth file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a truth file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the truth.json of the sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule %1 could not be checked: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Columnas del archivo</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Columna del archivo</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Pasa a ser</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>Import sections</source>
        <translation>Importar secciones</translation>
    </message>
    <message>
        <source>Findings of the checks</source>
        <translation>Hallazgos de las comprobaciones</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Linked to the state</source>
        <translation>Conectado con el estado</translation>
    </message>
    <message>
        <source>Not linked to a state</source>
        <translation>Sin conexión con el estado</translation>
    </message>
</context>
<context>
    <name>certdesk::AcceptRequest</name>
    <message>
        <source>The state closed this event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the state to reopen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state has already reopened this certification.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go through the steps of this round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has already asked: &apos;%2&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A request is possible after all have signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a Certifier can request recertification.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronize the members first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recertification of &quot;%1&quot; is requested</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::AcceptRequestCancel</name>
    <message>
        <source>The state does not have this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronize and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state has answered already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronize to see the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request for &quot;%1&quot; was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::AcceptSignOff</name>
    <message>
        <source>The state closed this event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the state to reopen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be signed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature is of another round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go through the steps of this round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signer is not a Certifier of this participant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronize the members first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person has signed the round already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification opens on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign from that day on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The due date was %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the state for an extension.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature stands on snapshot %1, the current one is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review the current snapshot and sign again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All Certifiers have signed round %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::AcceptWithdrawal</name>
    <message>
        <source>The state does not have this signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronize and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state has decided before your withdrawal arrived: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can request recertification.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state closed this event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the state to reopen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signature of &quot;%1&quot; was withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::AddAttempt</name>
    <message>
        <source>No student is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the student by ID or name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::AddCategoryMember</name>
    <message>
        <source>The role of a member is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state has not published this category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The category &quot;%1&quot; is inactive and takes no new members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no enabled account of this person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the account first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only members of a school-level category belong to a school.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose All Schools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such school.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a school of the district.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person has that role in the category already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification event &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You take part as %1. The due date is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; now needs signatures of %2 Certifiers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Certifier was added and has to sign too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person must submit for each of %1 schools in every event of this category; this is not recommended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::AddUser</name>
    <message>
        <source>An account needs a name and a role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an account with this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::ApplyExchangedRows</name>
    <message>
        <source>The %1 this row belongs to is not at the state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state does not know this district.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to the state again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row belongs to another organization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member belongs to another organization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state refused rows of this batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are listed under Sync problems; the others are sent again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::ApproveCertification</name>
    <message>
        <source>The certification is approved already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recertification request is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept or deny the request first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved without your submission: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state approved the certification. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::ArchiveRule</name>
    <message>
        <source>The rule %1 belongs to the program and stays in use. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no imported rule %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List them with: rules.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::AskRecertification</name>
    <message>
        <source>Only a sent or approved certification can be reopened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end date has passed: a due date for the recertification is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a due date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The due date lies in the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a later date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request accepted: recertify &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state asks to recertify &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The due date is %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::AttachEvidence</name>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::AttemptEntry</name>
    <message>
        <source>&quot;%1&quot; is no exam date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use YYYY-MM-DD, or YYYY-MM when only the month is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exam date is empty, so the school year is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the date, or the month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is filled by the program; you lack the right to write another value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a person with one of these roles: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 certificates in %3, not %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of them, or ask the program director to assign it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row was entered by another person; you lack the right &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::AttemptPlanner</name>
    <message>
        <source>an identifier in this row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with identifier %2 has the same name and birth date; choose this student or correct the identifier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::Banner</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Details of the message</source>
        <translation>Detalles del mensaje</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Cerrar el mensaje</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copiar los detalles</translation>
    </message>
    <message>
        <source>Code: %1
Kind: %2</source>
        <translation>Código: %1
Clase: %2</translation>
    </message>
</context>
<context>
    <name>certdesk::BulkChanges</name>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the file and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A login is used by a student and a staff member. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two students have one state ID. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::CancelRequest</name>
    <message>
        <source>You have no open request here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state has this request; it has to be cancelled there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel while the state can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::CertificationDesk</name>
    <message>
        <source>The state closed this event. You can read it; nothing more can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the state to reopen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a Certifier of this participant can do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a Certifier or Reviewer of this participant can do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the District administrator to add you to the category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed and stored. It will be sent as soon as the state can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state did not accept it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the event and decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received by the state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 FATAL findings are open since the last report. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the new report and correct the records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::CertificationWizard</name>
    <message>
        <source>Generate Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is your data right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the state have the same data?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Instantánea</translation>
    </message>
    <message>
        <source>Is this what you certify?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certify and Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you certify these numbers?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event&apos;s rules run on your own database. FATAL findings have to be corrected first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state runs its rules on its copy of your data. Open the report before going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit Certification to State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree to the statement and give your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report or snapshot is being made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::ChangeOwnPassword</name>
    <message>
        <source>The present password is not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new password is the present one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::ChangePasswordPage</name>
    <message>
        <source>Change the password</source>
        <translation>Cambiar la contraseña</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Choose a new password</source>
        <translation>Elija una contraseña nueva</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Contraseña actual</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>At least 10 characters. A short sentence is good; there are no other rules.</source>
        <translation>Al menos 10 caracteres. Una frase corta sirve; no hay otras reglas.</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Contraseña nueva otra vez</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Las dos no son iguales.</translation>
    </message>
    <message>
        <source>Close without a change</source>
        <translation>Cerrar sin cambiar nada</translation>
    </message>
    <message>
        <source>Your account was given a first password. Please choose your own before you go on.</source>
        <translation>Su cuenta recibió una primera contraseña. Elija la suya antes de continuar.</translation>
    </message>
    <message>
        <source>You need it at the next sign-in.</source>
        <translation>La necesitará la próxima vez que entre.</translation>
    </message>
</context>
<context>
    <name>certdesk::Chart</name>
    <message>
        <source>Show the numbers as a table</source>
        <translation>Mostrar los números como tabla</translation>
    </message>
</context>
<context>
    <name>certdesk::ChartCanvas</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>certdesk::ChoiceEdit</name>
    <message>
        <source>Choices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::CloseEvent</name>
    <message>
        <source>The event is closed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can read it; nothing more can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::ColumnChooser</name>
    <message>
        <source>Columns shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
</context>
<context>
    <name>certdesk::ColumnMatcher</name>
    <message>
        <source>There is no field &quot;%1&quot; in an import of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no column &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::Connection</name>
    <message>
        <source>There is no database file at this place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name, or make a new database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the file and its folder exist and may be read and written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This installation cannot talk to PostgreSQL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the PostgreSQL driver of Qt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database server cannot be reached or refuses the sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, the network and the database login.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::CopyEvent</name>
    <message>
        <source>Copy of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::Crew</name>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::DatabaseUrl</name>
    <message>
        <source>No database is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one with --database or set CERTDESK_DATABASE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database address is not complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write postgresql://user@host:port/name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A password may not stand in the database address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out; use PGPASSWORD or a password file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::DecisionCommand</name>
    <message>
        <source>The event is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The participation has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish the event with this participant again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification opens on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide from that day on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::DeleteEvent</name>
    <message>
        <source>A published event can be closed, not deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::DenyRequest</name>
    <message>
        <source>There is no open recertification request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request denied: &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::Desktop</name>
    <message>
        <source>Industry certificates, roster and state certification for school districts.</source>
        <translation>Certificados profesionales, lista de alumnos y certificación estatal para distritos escolares.</translation>
    </message>
    <message>
        <source>Open the sample district.</source>
        <translation>Abrir el distrito de ejemplo.</translation>
    </message>
    <message>
        <source>Walk through the sample and leave pictures in this folder.</source>
        <translation>Recorrer el ejemplo y dejar imágenes en esta carpeta.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>carpeta</translation>
    </message>
    <message>
        <source>A file or postgresql://user@host/name.</source>
        <translation>Un archivo o postgresql://usuario@servidor/nombre.</translation>
    </message>
</context>
<context>
    <name>certdesk::DetailsPanel</name>
    <message>
        <source>Close the details</source>
        <translation>Cerrar los detalles</translation>
    </message>
</context>
<context>
    <name>certdesk::DirectLink</name>
    <message>
        <source>The state cannot be reached: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you did is stored and is sent as soon as the state can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the database of a state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the state&apos;s database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A district can act only for itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the link to the state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no snapshot yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take Snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::DismissIssue</name>
    <message>
        <source>Dismissing needs a written reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no open issue of this number, or you may not see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list of issues.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::EditAttempt</name>
    <message>
        <source>Row %1 is void.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::EventForm</name>
    <message>
        <source>%1 of %2 chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Participant Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot Management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation type="unfinished">%1: %2 {1 ?}</translation>
    </message>
    <message>
        <source>The event is not published yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School Certification Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District Certification Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New Event: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit Event: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot Creation Time: every participant gets one, all of the same moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then every participant still without a snapshot gets one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is certified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique within the reporting year, at most 120 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reporting year</source>
        <translation>Año notificado</translation>
    </message>
    <message>
        <source>Event description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who certifies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District</source>
        <translation>Distrito</translation>
    </message>
    <message>
        <source>Certification level: district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School</source>
        <translation>Escuela</translation>
    </message>
    <message>
        <source>Certification level: school</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its members see the event and act on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event start date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event end date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From this day members can review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lies before the start date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lies before certification opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data validation groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data validation group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every open warning must be acknowledged with a reason before submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings must be acknowledged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown to participants in the wizard and opened in the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the data link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the data link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins with https://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address has to begin with https://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>Tick in which steps the rules of a group run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a participant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find by name or code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all participants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select no participant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participantes</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Only those ticked here receive the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Participants by status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Snapshot method</source>
        <translation>Método de instantánea</translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot method: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification start triggers snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot method: certification start triggers snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full Snapshot (all participants)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot method: full snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Participants take their own snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken per participant. Recommended for speed and accuracy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot creation time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing Snapshot Creation Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has to lie between start and end of the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;&amp; Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and publish the event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::EventListPanel</name>
    <message>
        <source>Certification events</source>
        <translation>Eventos de certificación</translation>
    </message>
    <message>
        <source>Filter by event name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by school name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by user status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by event status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due date after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due date before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month/day/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show active events only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event status</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The filters hide %n event(s)</source>
        <translation>
            <numerusform>Los filtros ocultan %n evento</numerusform>
            <numerusform>Los filtros ocultan %n eventos</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed and finished events show when Active events is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event is published for you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::EventListTable</name>
    <message>
        <source>%1 - waiting to reach the state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Certification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review begins on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
</context>
<context>
    <name>certdesk::ExchangeCommand</name>
    <message>
        <source>A district can act only for itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the link to the state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state does not know this district.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to the state again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::ExtendEvent</name>
    <message>
        <source>New due date of &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The due date is now %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new end date lies in the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a later date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new end date lies before the opening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This participant is not of that event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the participants.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::FilterChipRow</name>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>Remove the filter %1</source>
        <translation>Quitar el filtro %1</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Quitar este filtro</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Quitar todos</translation>
    </message>
    <message>
        <source>Remove all filters</source>
        <translation>Quitar todos los filtros</translation>
    </message>
</context>
<context>
    <name>certdesk::FindBox</name>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find people, pages, actions and help</source>
        <translation>Buscar personas, páginas, acciones y ayuda</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Lo que se encontró</translation>
    </message>
    <message>
        <source>A name, a number, a page or what you want to do</source>
        <translation>Un nombre, un número, una página o lo que quiere hacer</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters, or a number.</source>
        <translation>No se encontró nada. Pruebe con menos letras o con un número.</translation>
    </message>
    <message>
        <source>Enter goes there · Up and Down choose · Esc closes</source>
        <translation>Intro va allí · Arriba y Abajo eligen · Esc cierra</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n resultado</numerusform>
            <numerusform>%n resultados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::FindingsPage</name>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message numerus="yes">
        <source>%1 finding(s)</source>
        <translation>
            <numerusform>%1 hallazgo</numerusform>
            <numerusform>%1 hallazgos</numerusform>
        </translation>
    </message>
    <message>
        <source>No findings</source>
        <translation>No hay hallazgos</translation>
    </message>
    <message>
        <source>Either all is right or the checks have not run since the last change.</source>
        <translation>O todo está bien o las comprobaciones no se han ejecutado desde el último cambio.</translation>
    </message>
    <message>
        <source>Run the checks</source>
        <translation>Ejecutar las comprobaciones</translation>
    </message>
    <message>
        <source>Look at all data with all rules</source>
        <translation>Mirar todos los datos con todas las reglas</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>reglas</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nada que señalar</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n hallazgo</numerusform>
            <numerusform>%n hallazgos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::FormField</name>
    <message>
        <source>required</source>
        <translation>obligatorio</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>Complete este campo.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>certdesk::Gate</name>
    <message>
        <source>There is no snapshot yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take Snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate Report again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is %1 since %2. You will be told when it is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The current snapshot has no report yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no report of this round yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review State Snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate Report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 FATAL findings are open in %2. Correct them and run the report again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the report and correct the records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the report &apos;%1&apos; before going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the report.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::Grid</name>
    <message>
        <source>Find in this list</source>
        <translation>Buscar en esta lista</translation>
    </message>
    <message>
        <source>Find in this list (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter row</source>
        <translation>Fila de filtros</translation>
    </message>
    <message>
        <source>Filter row (Ctrl+Shift+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Columns and row height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no filter for this column: try 5, &gt;=5 or 5..10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Find: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row left this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows left this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filters hide %1 rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than %1 rows cannot be copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the list instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::GridHeader</name>
    <message>
        <source>Filter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the text · =exact · ^starts with · empty · not empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::Guard</name>
    <message>
        <source>You lack the right &quot;publish events&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a State administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in Event Name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event has no reporting year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the Reporting Year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event has no certification level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose District or School.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No participant is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one on Participant Details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No certification category is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The category &quot;%1&quot; does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an active, published category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The category &quot;%1&quot; is inactive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activate it or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The category &quot;%1&quot; is not published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish the category first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The category &quot;%1&quot; is of another level than the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a category of the event&apos;s level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The validation group &quot;%1&quot; does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create it or remove it from the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The validation group &quot;%1&quot; is inactive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activate it or remove it from the event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event Start Date and Event End Date are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in both dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dates are not in order: start, opening, end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event Start Date ≤ Certification Opens ≤ Event End Date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing Snapshot Creation Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot Creation Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No snapshot method is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one on Snapshot Management.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill it in on Snapshot Management.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not lie between start and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a time between the dates of the event.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::HelpPage</name>
    <message>
        <source>Search the help</source>
        <translation>Buscar en la ayuda</translation>
    </message>
    <message>
        <source>Help topics</source>
        <translation>Temas de ayuda</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>F1 opens the help for the page you are on</source>
        <translation>F1 abre la ayuda de la página en la que está</translation>
    </message>
</context>
<context>
    <name>certdesk::HomeCard</name>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
</context>
<context>
    <name>certdesk::HomePage</name>
    <message>
        <source>Nobody is on the roster yet</source>
        <translation>Todavía no hay nadie en la lista</translation>
    </message>
    <message>
        <source>Nothing needs you today</source>
        <translation>Hoy no hay nada pendiente</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need you</source>
        <translation>
            <numerusform>%n asunto pendiente</numerusform>
            <numerusform>%n asuntos pendientes</numerusform>
        </translation>
    </message>
    <message>
        <source>All done.</source>
        <translation>Todo hecho.</translation>
    </message>
    <message>
        <source>All done. %1</source>
        <translation>Todo hecho. %1</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>The database is empty. A file from your student information system is enough to begin.</source>
        <translation>La base de datos está vacía. Para empezar basta un archivo de su sistema de alumnos.</translation>
    </message>
    <message>
        <source>Import students</source>
        <translation>Importar alumnos</translation>
    </message>
    <message>
        <source>Read how it works</source>
        <translation>Leer cómo funciona</translation>
    </message>
    <message>
        <source>Look at a student: choose a row, then Enter</source>
        <translation>Mire a un alumno: elija una fila y pulse Intro</translation>
    </message>
    <message>
        <source>Filter the certificates with Ctrl+Shift+F</source>
        <translation>Filtre los certificados con Ctrl+Mayús+F</translation>
    </message>
    <message>
        <source>Import a file of the sample and take it back</source>
        <translation>Importe un archivo del ejemplo y deshágalo</translation>
    </message>
    <message>
        <source>Put a finding of the checks right</source>
        <translation>Corrija un hallazgo de las comprobaciones</translation>
    </message>
    <message>
        <source>Walk through a certification</source>
        <translation>Recorra una certificación</translation>
    </message>
    <message>
        <source>Five things to try in the sample</source>
        <translation>Cinco cosas que probar en el ejemplo</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Hecho: %1</translation>
    </message>
    <message>
        <source>Process alerts</source>
        <translation>Avisos de procesos</translation>
    </message>
    <message>
        <source>%1, not read</source>
        <translation>%1, sin leer</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Todos los mensajes</translation>
    </message>
    <message>
        <source>Show all messages</source>
        <translation>Mostrar todos los mensajes</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
</context>
<context>
    <name>certdesk::ImportFilePanel</name>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Elegir el archivo</translation>
    </message>
    <message>
        <source>What is in the file</source>
        <translation>Qué contiene el archivo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>CSV, TSV or Excel. Encoding, delimiter and header are found out.</source>
        <translation>CSV, TSV o Excel. La codificación, el separador y el encabezado se detectan solos.</translation>
    </message>
    <message>
        <source>Schools</source>
        <translation>Escuelas</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>Alumnos</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Cursos</translation>
    </message>
    <message>
        <source>Sections with their students</source>
        <translation>Secciones con sus alumnos</translation>
    </message>
    <message>
        <source>Groups with their members</source>
        <translation>Grupos con sus miembros</translation>
    </message>
    <message>
        <source>Enrollments in sections</source>
        <translation>Inscripciones en secciones</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programas</translation>
    </message>
    <message>
        <source>Programs with their certificates</source>
        <translation>Programas con sus certificados</translation>
    </message>
    <message>
        <source>Certificate list of a school year</source>
        <translation>Lista de certificados de un año escolar</translation>
    </message>
    <message>
        <source>Certificate attempts</source>
        <translation>Intentos de certificados</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx);;All files (*)</source>
        <translation>Tablas (*.csv *.tsv *.txt *.xlsx);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>certdesk::ImportPage</name>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Which file comes in?</source>
        <translation>¿Qué archivo entra?</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Is this what should change?</source>
        <translation>¿Es esto lo que debe cambiar?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>The file is in</source>
        <translation>El archivo ya está dentro</translation>
    </message>
    <message>
        <source>Read the file</source>
        <translation>Leer el archivo</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Importar otro archivo</translation>
    </message>
    <message>
        <source>No file is chosen</source>
        <translation>No hay ningún archivo elegido</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>No existe ese archivo</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Leyendo %1</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>filas</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) hold the file back</source>
        <translation>
            <numerusform>%n fila retiene el archivo</numerusform>
            <numerusform>%n filas retienen el archivo</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>No cambiaría nada</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Importación de %1</translation>
    </message>
    <message>
        <source>%1 new, %2 changed</source>
        <translation>%1 nuevos, %2 cambiados</translation>
    </message>
    <message numerus="yes">
        <source>; %n row(s) kept as issues</source>
        <translation>
            <numerusform>; %n fila queda como problema</numerusform>
            <numerusform>; %n filas quedan como problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Nothing is stored before you have seen what would change</source>
        <translation>No se guarda nada antes de que vea lo que cambiaría</translation>
    </message>
</context>
<context>
    <name>certdesk::ImportReviewPanel</name>
    <message>
        <source>What you decide</source>
        <translation>Lo que usted decide</translation>
    </message>
    <message>
        <source>All rows or none</source>
        <translation>Todas las filas o ninguna</translation>
    </message>
    <message>
        <source>Only the good rows; the others are kept as issues</source>
        <translation>Solo las filas correctas; las demás quedan como problemas</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Problems of the file</source>
        <translation>Problemas del archivo</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>omitidas</translation>
    </message>
    <message>
        <source>in error</source>
        <translation>con error</translation>
    </message>
    <message>
        <source>twice in the file</source>
        <translation>repetidas en el archivo</translation>
    </message>
    <message>
        <source>in conflict</source>
        <translation>en conflicto</translation>
    </message>
    <message>
        <source>come from another school</source>
        <translation>vienen de otra escuela</translation>
    </message>
    <message>
        <source>come back from the archive</source>
        <translation>vuelven del archivo</translation>
    </message>
    <message>
        <source>go to the archive</source>
        <translation>pasan al archivo</translation>
    </message>
    <message>
        <source>go back a grade</source>
        <translation>bajan de grado</translation>
    </message>
    <message>
        <source>promoted</source>
        <translation>promovidos</translation>
    </message>
    <message>
        <source>stay in the grade</source>
        <translation>repiten grado</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nuevos</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiados</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>= %1 rows of the file</source>
        <translation>= %1 filas del archivo</translation>
    </message>
    <message>
        <source>Accept %1 that %2</source>
        <translation>Aceptar %1 que %2</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>Problems: the first %1 of %2</source>
        <translation>Problemas: los primeros %1 de %2</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>no se usa</translation>
    </message>
</context>
<context>
    <name>certdesk::ImportRule</name>
    <message>
        <source>The rule %1 belongs to the program and cannot be replaced. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the rule a code of its own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::Job</name>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 de %2 %3</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>falta alrededor de %n segundo</numerusform>
            <numerusform>faltan alrededor de %n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>falta alrededor de %n minuto</numerusform>
            <numerusform>faltan alrededor de %n minutos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::JobBar</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Cancelar: %1</translation>
    </message>
    <message>
        <source>Show the result of: %1</source>
        <translation>Mostrar el resultado de: %1</translation>
    </message>
    <message>
        <source>Stopping; nothing half-done is kept</source>
        <translation>Deteniendo; no se guarda nada a medias</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed</source>
        <translation>Cancelado; no se cambió nada</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>certdesk::JobsPopup</name>
    <message>
        <source>Nothing is running.</source>
        <translation>No hay nada en marcha.</translation>
    </message>
    <message>
        <source>Clear the finished ones</source>
        <translation>Quitar las terminadas</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Clear the finished jobs</source>
        <translation>Quitar las tareas terminadas</translation>
    </message>
</context>
<context>
    <name>certdesk::ListPage</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Show the details beside the list</source>
        <translation>Mostrar los detalles junto a la lista</translation>
    </message>
    <message>
        <source>Choose a row to see all of it here.</source>
        <translation>Elija una fila para verla entera aquí.</translation>
    </message>
    <message>
        <source>This row is no longer there.</source>
        <translation>Esta fila ya no existe.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The first %1 rows; export the list for all of them.</source>
        <translation>Las primeras %1 filas; exporte la lista para verlas todas.</translation>
    </message>
    <message numerus="yes">
        <source>%1 student(s)</source>
        <translation>
            <numerusform>%1 alumno</numerusform>
            <numerusform>%1 alumnos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 group(s)</source>
        <translation>
            <numerusform>%1 grupo</numerusform>
            <numerusform>%1 grupos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 person(s)</source>
        <translation>
            <numerusform>%1 persona</numerusform>
            <numerusform>%1 personas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 school(s)</source>
        <translation>
            <numerusform>%1 escuela</numerusform>
            <numerusform>%1 escuelas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 course(s)</source>
        <translation>
            <numerusform>%1 curso</numerusform>
            <numerusform>%1 cursos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 attempt(s)</source>
        <translation>
            <numerusform>%1 intento</numerusform>
            <numerusform>%1 intentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 file(s)</source>
        <translation>
            <numerusform>%1 archivo</numerusform>
            <numerusform>%1 archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 certificate(s)</source>
        <translation>
            <numerusform>%1 certificado</numerusform>
            <numerusform>%1 certificados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 program(s)</source>
        <translation>
            <numerusform>%1 programa</numerusform>
            <numerusform>%1 programas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 result(s)</source>
        <translation>
            <numerusform>%1 resultado</numerusform>
            <numerusform>%1 resultados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 fila</numerusform>
            <numerusform>%1 filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s)</source>
        <translation>
            <numerusform>%1 mensaje</numerusform>
            <numerusform>%1 mensajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 batch(es)</source>
        <translation>
            <numerusform>%1 lote</numerusform>
            <numerusform>%1 lotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 participant(s)</source>
        <translation>
            <numerusform>%1 participante</numerusform>
            <numerusform>%1 participantes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::LockScreen</name>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Salir de la cuenta</translation>
    </message>
    <message>
        <source>Sign out; what is typed and not stored is kept as a draft</source>
        <translation>Salir de la cuenta; lo escrito y no guardado queda como borrador</translation>
    </message>
    <message>
        <source>%1 is signed in. What you typed is still there.</source>
        <translation>%1 tiene la sesión abierta. Lo que escribió sigue ahí.</translation>
    </message>
</context>
<context>
    <name>certdesk::MainWindow</name>
    <message>
        <source>Making the sample district. This takes a few seconds.</source>
        <translation>Creando el distrito de ejemplo. Tarda unos segundos.</translation>
    </message>
    <message>
        <source>Creating the database</source>
        <translation>Creando la base de datos</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Abriendo %1</translation>
    </message>
    <message>
        <source>Your password is changed</source>
        <translation>Su contraseña ha cambiado</translation>
    </message>
    <message>
        <source>There is nothing of yours to undo here.</source>
        <translation>Aquí no hay nada suyo que deshacer.</translation>
    </message>
    <message>
        <source>History shows every change with who, when and what.</source>
        <translation>El historial muestra cada cambio con quién, cuándo y qué.</translation>
    </message>
    <message>
        <source>CertDesk</source>
        <translation>CertDesk</translation>
    </message>
    <message>
        <source>Locked · %1</source>
        <translation>Bloqueado · %1</translation>
    </message>
    <message>
        <source>SAMPLE · %1</source>
        <translation>EJEMPLO · %1</translation>
    </message>
    <message>
        <source>This page has nothing to print.</source>
        <translation>Esta página no tiene nada que imprimir.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Stop %n running job(s)?</source>
        <translation>
            <numerusform>¿Detener la tarea en marcha?</numerusform>
            <numerusform>¿Detener %n tareas en marcha?</numerusform>
        </translation>
    </message>
    <message>
        <source>What is half done is taken back; nothing half-done is kept.</source>
        <translation>Lo que está a medias se deshace; no se guarda nada a medias.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Detener y cerrar</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Seguir trabajando</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) put back</source>
        <translation>
            <numerusform>%n registro restablecido</numerusform>
            <numerusform>%n registros restablecidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n kept because somebody has changed it since</source>
        <translation>
            <numerusform>; %n se conserva porque alguien lo cambió después</numerusform>
            <numerusform>; %n se conservan porque alguien los cambió después</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>certdesk::Migrator</name>
    <message>
        <source>This is not a CertDesk database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer CertDesk has written this database. It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newest version of CertDesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database is of an older CertDesk and has to be brought up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run migrate-database; a copy is made first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema of the program cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>certdesk::PageFile</name>
    <message>
        <source>The file cannot be opened at this place. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder exists and may be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::PageHeader</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>%1  ·</source>
        <translation>%1  ·</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Más acciones</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>certdesk::ParticipationCommand</name>
    <message>
        <source>You are not a member of this event&apos;s category at this participant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the District administrator to add you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::PasswordInput</name>
    <message>
        <source>Show the password</source>
        <translation>Mostrar la contraseña</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Ocultar la contraseña</translation>
    </message>
</context>
<context>
    <name>certdesk::Planning</name>
    <message>
        <source>School %1 is unknown, or not one of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look it up with: list schools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No student has the login or ID you gave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it with: list students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No student has %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register now, choose the person, or skip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A student has no field &quot;%1&quot; that can be set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as YYYY-MM-DD.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::Prompt</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>certdesk::PublishCategory</name>
    <message>
        <source>The category &quot;%1&quot; is inactive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activate it first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::PublishEvent</name>
    <message>
        <source>The event is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification event &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification opens on %1 and ends on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::Reader</name>
    <message>
        <source>one of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a date YYYY-MM-DD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a school year such as 2026-27</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time in ISO 8601</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of {code, district, state, snapshot}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of {name, url} with https addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of district codes or {district, school}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::RecordDelivery</name>
    <message>
        <source>The state did not accept it: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::RecordFindProvider</name>
    <message>
        <source>Student</source>
        <translation>Alumno</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
</context>
<context>
    <name>certdesk::RecordTable</name>
    <message>
        <source>&quot;%1&quot; is no value for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again, or press Esc to keep what was there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::RecordView</name>
    <message>
        <source>The report is not completed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for it, or generate it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::RegisterDistrict</name>
    <message>
        <source>The code of this district is the state&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the codes of both databases.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::RemoveCategoryMember</name>
    <message>
        <source>This person has no such membership.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no Certifier left: nothing can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In &quot;%1&quot; all remaining Certifiers have signed. One of them has to press Send to State.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Certifier was removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::ReopenEvent</name>
    <message>
        <source>The event is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end date lies in the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend the event first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; was reopened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::RequestRecertification</name>
    <message>
        <source>Only a Certifier of this participant can request recertification.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a Certifier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state closed this event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the state to reopen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has already asked: &apos;%2&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state has already reopened this certification.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go through the steps of this round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 have not certified yet; a request is possible after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw your signature instead, or wait.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::RevokeApproval</name>
    <message>
        <source>Only an approval can be revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The approval of &quot;%1&quot; was revoked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::RevokeSignOff</name>
    <message>
        <source>You have no signature in this round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state has this signature; it has to agree first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw while the state can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has withdrawn the signature of &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::RosterPlanner</name>
    <message>
        <source>Same as row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archived here since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be placed in grade %1: %2 does not serve it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::RuleRunner</name>
    <message>
        <source>the parameter :%1 is not declared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule finds more than %1 records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit the check to a school or a year, or look at the rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule took longer than %1 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit the check to a school or a year, or ask the owner of the rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its column record_key does not name a record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it uses &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot run the query of the rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the rule and import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its query has no column &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::RunPanel</name>
    <message>
        <source>Format of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports of this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Pedido</translation>
    </message>
    <message>
        <source>FATAL</source>
        <translation>GRAVE</translation>
    </message>
    <message>
        <source>Viewed by me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report says what is wrong, how to put it right, and counts every record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message numerus="yes">
        <source>%n FATAL finding(s) open in %1.</source>
        <translation>
            <numerusform>%n hallazgo GRAVE abierto en %1.</numerusform>
            <numerusform>%n hallazgos GRAVES abiertos en %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report is running; you can leave this page meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::RunScheduledSnapshots</name>
    <message>
        <source>Snapshot of &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state made the planned snapshot.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::SaveCategory</name>
    <message>
        <source>A category needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in Name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a category &quot;%1&quot; already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The level of a category is District or School.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::SaveEvent</name>
    <message>
        <source>Event Name, Reporting Year and Certification Level are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill them in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an event &quot;%1&quot; in that reporting year already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no category &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the category first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reporting year and level cannot change after the first publication.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the event instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new end date lies in the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a later date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The category cannot change any more: there are signatures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the category.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::SaveRuleGroup</name>
    <message>
        <source>The group is used by published events: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close these events first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group needs a code and a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in both.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::SendCertification</name>
    <message>
        <source>Nothing is to be sent now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certification is open from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the state for an extension.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a Certifier who has signed can send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 have not certified yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for their signatures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quorum met after a change of members.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::Session</name>
    <message>
        <source>Restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the backup %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a usable CertDesk database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file is damaged. It was opened for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password has to be changed before anything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a new password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You lack the right &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a person with one of these roles: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::SetRoleRight</name>
    <message>
        <source>&quot;%1&quot; is not a role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles are: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::SetUserRoles</name>
    <message>
        <source>An account needs a role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable the account instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::SettingsPage</name>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>As the system: %1</source>
        <translation>Como el sistema: %1</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Fechas</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>A partir del próximo inicio.</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> minutos</translation>
    </message>
    <message>
        <source>Lock when nobody works here for</source>
        <translation>Bloquear cuando nadie trabaje aquí durante</translation>
    </message>
    <message>
        <source>Ctrl+L locks at once. What you typed is still there when you come back.</source>
        <translation>Ctrl+L bloquea al instante. Lo que escribió sigue ahí cuando vuelve.</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>Cambiar mi contraseña</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>For you at this computer</source>
        <translation>Para usted en este equipo</translation>
    </message>
</context>
<context>
    <name>certdesk::SheetSink</name>
    <message>
        <source>more than %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell of %1 bytes in row %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden rows or columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 formulas without value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::SignCertification</name>
    <message>
        <source>%1 has signed &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::SignIn</name>
    <message>
        <source>This account is locked after too many wrong passwords.</source>
        <translation>Esta cuenta está bloqueada tras demasiadas contraseñas erróneas.</translation>
    </message>
    <message>
        <source>Wait a while, or ask an administrator to unlock it.</source>
        <translation>Espere un rato, o pida al administrador que la desbloquee.</translation>
    </message>
    <message>
        <source>This account is disabled.</source>
        <translation>Esta cuenta está desactivada.</translation>
    </message>
    <message>
        <source>Ask an administrator.</source>
        <translation>Pregunte al administrador.</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Other database</source>
        <translation>Otra base de datos</translation>
    </message>
    <message>
        <source>Open another database</source>
        <translation>Abrir otra base de datos</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Entrando</translation>
    </message>
</context>
<context>
    <name>certdesk::SnapshotPanel</name>
    <message>
        <source>This frozen state data set is what will be certified. Retake it when it is incomplete or out of date; then review it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review State Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event needs no snapshot. What the state holds when you sign is certified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot %1 of %2: %3 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no snapshot yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retake State Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::SourceRowReader</name>
    <message>
        <source>identifiers on the roster have %1 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>most identifiers of the file have %1 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>login: it holds a blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes, no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::StartCertification</name>
    <message>
        <source>The state closed this event. You can read it; nothing more can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the state to reopen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review begins on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come back on that day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::StartPage</name>
    <message>
        <source>Welcome to CertDesk</source>
        <translation>Bienvenido a CertDesk</translation>
    </message>
    <message>
        <source>Industry certificates, roster and state certification for school districts.</source>
        <translation>Certificados profesionales, lista de alumnos y certificación estatal para distritos escolares.</translation>
    </message>
    <message>
        <source>Look around in the sample district</source>
        <translation>Mirar el distrito de ejemplo</translation>
    </message>
    <message>
        <source>Invented people and planted mistakes. Nothing you do there matters.</source>
        <translation>Personas inventadas y errores puestos a propósito. Nada de lo que haga ahí tiene consecuencias.</translation>
    </message>
    <message>
        <source>Start a new district</source>
        <translation>Empezar un distrito nuevo</translation>
    </message>
    <message>
        <source>An empty database in a file of yours.</source>
        <translation>Una base de datos vacía en un archivo suyo.</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>Abrir una base de datos</translation>
    </message>
    <message>
        <source>A file on this computer or on a share.</source>
        <translation>Un archivo en este equipo o en una carpeta compartida.</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Conectar con un servidor</translation>
    </message>
    <message>
        <source>PostgreSQL, where many people work at once.</source>
        <translation>PostgreSQL, donde muchas personas trabajan a la vez.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back to the choices</source>
        <translation>Volver a las opciones</translation>
    </message>
    <message>
        <source>A school district</source>
        <translation>Un distrito escolar</translation>
    </message>
    <message>
        <source>A state agency</source>
        <translation>Un organismo estatal</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>As it stands on letters: Alder Valley School District.</source>
        <translation>Como aparece en las cartas: Alder Valley School District.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>The number or short code by which the state knows it.</source>
        <translation>El número o código corto con que el estado lo conoce.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Choose where the file is kept</source>
        <translation>Elegir dónde se guarda el archivo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Whoever can read this file can read what is in it. Keep it in a protected folder.</source>
        <translation>Quien pueda leer este archivo puede leer lo que contiene. Guárdelo en una carpeta protegida.</translation>
    </message>
    <message>
        <source>Your sign-in name</source>
        <translation>Su nombre de usuario</translation>
    </message>
    <message>
        <source>You will be the administrator.</source>
        <translation>Usted será el administrador.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>At least 10 characters. A short sentence is good.</source>
        <translation>Al menos 10 caracteres. Una frase corta sirve.</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Contraseña otra vez</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Las dos no son iguales.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>You can import schools, staff and students afterwards.</source>
        <translation>Después podrá importar escuelas, personal y alumnos.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Name and, if it is not 5432, port: db.example.org:5433</source>
        <translation>Nombre y, si no es 5432, puerto: db.example.org:5433</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Database user</source>
        <translation>Usuario de la base de datos</translation>
    </message>
    <message>
        <source>Database password</source>
        <translation>Contraseña de la base de datos</translation>
    </message>
    <message>
        <source>It is not stored. Empty when the server knows this computer.</source>
        <translation>No se guarda. Vacía si el servidor conoce este equipo.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Your administrator knows these four.</source>
        <translation>Su administrador conoce estos cuatro datos.</translation>
    </message>
    <message>
        <source>Last opened</source>
        <translation>Abiertas recientemente</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>CertDesk databases (*.certdesk *.sqlite *.db);;All files (*)</source>
        <translation>Bases de datos de CertDesk (*.certdesk *.sqlite *.db);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Where the database is kept</source>
        <translation>Dónde se guarda la base de datos</translation>
    </message>
    <message>
        <source>CertDesk databases (*.certdesk)</source>
        <translation>Bases de datos de CertDesk (*.certdesk)</translation>
    </message>
</context>
<context>
    <name>certdesk::StatusLine</name>
    <message>
        <source>The school year that all pages show</source>
        <translation>El año escolar que muestran todas las páginas</translation>
    </message>
    <message>
        <source>Database: %1</source>
        <translation>Base de datos: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>Sesión de: %1</translation>
    </message>
    <message>
        <source>%1, past year</source>
        <translation>%1, año pasado</translation>
    </message>
    <message>
        <source>School year %1</source>
        <translation>Año escolar %1</translation>
    </message>
    <message>
        <source>%1, this year</source>
        <translation>%1, este año</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n tarea en marcha</numerusform>
            <numerusform>%n tareas en marcha</numerusform>
        </translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
</context>
<context>
    <name>certdesk::StudentPlanner</name>
    <message>
        <source>active, inactive</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::SubmitPanel</name>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read the statement and agree to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is certified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked again because your signature binds the district.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed: %1.
Still missing: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You signed on %1. It is stored and will be sent as soon as the state can be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You signed on %1. The state has received your certification. Print this page as your receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last certified</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::Synchronizer</name>
    <message>
        <source>The state works with another version of CertDesk. Exchange waits; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the version the state uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 is only at the state.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::TakeSnapshot</name>
    <message>
        <source>The state closed this event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more can be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event has no snapshot step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to the next step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw the sign-off or request recertification first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review begins on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come back on that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is snapshot %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review it, or retake it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has signed on this snapshot. Only a Certifier may retake it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a Certifier.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::Tour</name>
    <message>
        <source>The sample did not open in time.</source>
        <translation>El ejemplo no se abrió a tiempo.</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>Opening the sample district.</source>
        <translation>Abriendo el distrito de ejemplo.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are in %1.</source>
        <translation>
            <numerusform>%n imagen está en %1.</numerusform>
            <numerusform>%n imágenes están en %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture %1 could not be written.</source>
        <translation>No se pudo escribir la imagen %1.</translation>
    </message>
</context>
<context>
    <name>certdesk::Transaction</name>
    <message>
        <source>Someone else has changed this record since you looked at it. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the newest version and decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record is not there any more, or you may not see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the list and choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record is not there, or you may not see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is longer than %2 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it; it is never cut for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This login is used by another person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another student has this state ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the ID, or open that student.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not change records outside your schools and classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask an administrator.</source>
        <translation>Pregunte al administrador.</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Deshacer el último cambio</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>Mostrar el resultado</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Cerrar el aviso</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>certdesk::VoidAttempt</name>
    <message>
        <source>The reason is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why the row is void.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 is void already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::WindowActions</name>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>Buscar en esta página</translation>
    </message>
    <message>
        <source>Filter row</source>
        <translation>Fila de filtros</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Deshacer el último cambio</translation>
    </message>
    <message>
        <source>Print this page</source>
        <translation>Imprimir esta página</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>Ayuda de esta página</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>Cambiar mi contraseña</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Ventana nueva</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Salir de la cuenta</translation>
    </message>
    <message>
        <source>Open another database</source>
        <translation>Abrir otra base de datos</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Cerrar la ventana</translation>
    </message>
</context>
<context>
    <name>certdesk::WizardFrame</name>
    <message>
        <source>you are here</source>
        <translation>está aquí</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>todavía no</translation>
    </message>
    <message>
        <source>Step %1, %2, %3</source>
        <translation>Paso %1, %2, %3</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Back to the step before</source>
        <translation>Volver al paso anterior</translation>
    </message>
    <message>
        <source>Close; everything is kept</source>
        <translation>Cerrar; todo se conserva</translation>
    </message>
    <message>
        <source>Everything is kept as it is</source>
        <translation>Todo se conserva como está</translation>
    </message>
    <message>
        <source>Next is not possible: %1</source>
        <translation>No se puede seguir: %1</translation>
    </message>
</context>
<context>
    <name>certdesk::WorkArea</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>This page is not open to you.</source>
        <translation>Esta página no está disponible para usted.</translation>
    </message>
    <message>
        <source>Your account has no right to it, or the link is from another kind of database.</source>
        <translation>Su cuenta no tiene permiso, o el enlace es de otra clase de base de datos.</translation>
    </message>
    <message>
        <source>%1, a past year</source>
        <translation>%1, un año pasado</translation>
    </message>
</context>
<context>
    <name>certdesk::XlsxReader::SheetParser</name>
    <message>
        <source>damaged workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden rows or columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 formulas without value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell of %1 bytes in row %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::attemptchecks</name>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is 1 day in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 days in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the date on which the exam was sat, today or before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has %2 in %3, row has %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the code %1, or choose the certificate that has the code %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not on the %2 certificate list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a certificate of that year&apos;s list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; v &quot;%2&quot;: similarity %3, %4 needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the right student, or correct the typed name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 v pass mark %2: %3 does not follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the score or the outcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 already has %2 on %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two real sittings: give both their session time. Otherwise keep the row that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row was verified on %1 by %2: &quot;%3&quot; from %4 to %5 drops it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the change; the row has to be verified again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::sample</name>
    <message>
        <source>There is no sample size &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use small, full or stress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no damage operator &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use one of these: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate of &quot;%1&quot; is not between 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 0.02 or 2%.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>certdesk::sample::Builder</name>
    <message>
        <source>There is a sample in this folder already. It was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inventing people and classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hashing the databases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting certification up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>intake</name>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell of %1 bytes in row %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 columns in row %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file of %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the school year, or add a column with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the school, or add a column with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no record %1 to update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no import &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>school year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 cannot be read; nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it exists, that you may read it, and that no other program has locked it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
